package io.sseagent.premain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Loads the agent from {@code sse-agent/**.classdata} of its open jar, its own classes first, so that agent and application
 * never see each other's libraries. Parallel capable; writes no file.
 *
 * <pre>
 *   bootstrap (JDK, io.sseagent.bootstrap)
 *      ^                        ^
 *   platform  <- system      AgentClassLoader (parent: platform; on Java 8 bootstrap)
 *               (application,   launcher, core, tooling, instrumentation, exporters,
 *                premain)       Byte Buddy (relocated), Prometheus
 * </pre>
 */
final class AgentClassLoader extends ClassLoader {
    private static final String CLASS = ".class";
    private static final String CLASSDATA = ".classdata";
    private static final String OWN_SERVICES = "META-INF/services/io.sseagent.";
    private static final String BRIDGE_FOLDER = "io/sseagent/bootstrap/";
    private static final String PLATFORM_LOADER = "jdk.internal.loader.ClassLoaders$PlatformClassLoader";
    private static final int FIRST_VERSIONED_FEATURE = 9;

    static {
        registerAsParallelCapable();
    }

    private final AgentJar jar;
    private final EntryUrlHandler urls;
    private final ProtectionDomain domain;
    /** Folders of the jar to look into, the one for the newest Java first. */
    private final List<String> roots;

    private AgentClassLoader(AgentJar jar, ClassLoader parent, int javaFeature) {
        super(parent);
        this.jar = jar;
        urls = new EntryUrlHandler(jar);
        roots = roots(jar.file(), javaFeature);
        Permissions all = new Permissions();
        all.add(new AllPermission());
        domain = new ProtectionDomain(new CodeSource(jar.location(), (Certificate[]) null), all, this, null);
    }

    /** A loader ready for use; everything of this package that it needs later is loaded on return. */
    static AgentClassLoader create(AgentJar jar) throws ReflectiveOperationException, IOException {
        int javaFeature = javaFeature(System.getProperty("java.specification.version"));
        ClassLoader parent = javaFeature < FIRST_VERSIONED_FEATURE ? null : platformLoader();
        AgentClassLoader loader = new AgentClassLoader(jar, parent, javaFeature);
        // loads the class of the connection, see AgentStart.LOADED_BEFORE_APPEND
        loader.urls.url(JarFile.MANIFEST_NAME).openConnection().connect();
        return loader;
    }

    /**
     * The top of the system loader's ancestors. Asking for it by reflection is for odd system loaders only: it makes the JVM
     * look for annotations with generated proxies, which costs 20 ms.
     */
    private static ClassLoader platformLoader() throws ReflectiveOperationException {
        ClassLoader top = ClassLoader.getSystemClassLoader();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        return top.getClass().getName().equals(PLATFORM_LOADER)
                ? top
                : (ClassLoader)
                        ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
    }

    static int javaFeature(String specificationVersion) {
        return specificationVersion.startsWith("1.")
                ? Integer.parseInt(specificationVersion.substring(2))
                : Integer.parseInt(specificationVersion);
    }

    private static List<String> roots(JarFile jar, int javaFeature) {
        List<String> roots = new ArrayList<String>();
        for (int feature = javaFeature; feature >= FIRST_VERSIONED_FEATURE; feature--) {
            String versioned = AgentJar.FOLDER + "META-INF/versions/" + feature + "/";
            if (jar.getEntry(versioned) != null) {
                roots.add(versioned);
            }
        }
        roots.add(AgentJar.FOLDER);
        return roots;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> type = findLoadedClass(name);
            if (type == null) {
                byte[] classFile = name.startsWith("java.") ? null : classFile(name);
                if (classFile == null) {
                    return super.loadClass(name, resolve);
                }
                definePackageOf(name);
                type = defineClass(name, classFile, 0, classFile.length, domain);
            }
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private void definePackageOf(String className) {
        int dot = className.lastIndexOf('.');
        if (dot > 0 && getPackage(className.substring(0, dot)) == null) {
            try {
                definePackage(className.substring(0, dot), null, null, null, null, null, null, null);
            } catch (IllegalArgumentException definedMeanwhile) {
                // by another thread, for another class of the package
            }
        }
    }

    /** The class file, from the folder for the newest Java; null if the agent has no such class. */
    private byte[] classFile(String className) throws ClassNotFoundException {
        String name = className.replace('.', '/') + CLASSDATA;
        try {
            byte[] content = null;
            for (int i = 0; i < roots.size() && content == null; i++) {
                content = jar.read(roots.get(i) + name);
            }
            return content;
        } catch (IOException e) {
            throw new ClassNotFoundException(className, e);
        }
    }

    /** The name in the jar of a resource of this loader, the one for the newest Java first; null if the agent has none. */
    private String find(String resource) throws IOException {
        String name = resource.endsWith(CLASS)
                ? resource.substring(0, resource.length() - CLASS.length()) + CLASSDATA
                : resource;
        for (String root : roots) {
            if (jar.has(root + name)) {
                return root + name;
            }
        }
        // the bootstrap loader has the classes but gives out no resources of an appended jar
        return resource.startsWith(BRIDGE_FOLDER) && jar.has(resource) ? resource : null;
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        URL own = findResource(name);
        if (own == null) {
            return super.getResources(name);
        }
        List<URL> all = new ArrayList<URL>();
        all.add(own);
        if (name.startsWith(OWN_SERVICES)) {
            // nobody else has any, and looking for them opens the JDK's module image, 2 ms of a start
            return Collections.enumeration(all);
        }
        for (URL url : Collections.list(super.getResources(name))) {
            if (!EntryUrlHandler.PROTOCOL.equals(url.getProtocol())) {
                all.add(url);
            }
        }
        return Collections.enumeration(all);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            String own = find(name);
            return own == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(jar.read(own));
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    protected URL findResource(String name) {
        try {
            String own = find(name);
            return own == null ? null : urls.url(own);
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL own = findResource(name);
        return own == null
                ? Collections.<URL>emptyEnumeration()
                : Collections.enumeration(Collections.singletonList(own));
    }
}
