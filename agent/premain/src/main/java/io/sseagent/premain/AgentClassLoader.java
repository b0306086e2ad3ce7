package io.sseagent.premain;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
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
import java.util.jar.JarEntry;
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
    private static final String BRIDGE_FOLDER = "io/sseagent/bootstrap/";
    private static final String PLATFORM_LOADER = "jdk.internal.loader.ClassLoaders$PlatformClassLoader";
    private static final int FIRST_VERSIONED_FEATURE = 9;

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final EntryUrlHandler urls;
    private final ProtectionDomain domain;
    /** Folders of the jar to look into, the one for the newest Java first. */
    private final List<String> roots;

    private AgentClassLoader(AgentJar agentJar, ClassLoader parent, int javaFeature) {
        super(parent);
        jar = agentJar.file();
        urls = new EntryUrlHandler(jar);
        roots = roots(jar, javaFeature);
        Permissions all = new Permissions();
        all.add(new AllPermission());
        domain = new ProtectionDomain(new CodeSource(agentJar.location(), (Certificate[]) null), all, this, null);
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
                JarEntry entry = entry(name.replace('.', '/') + CLASS);
                if (entry == null) {
                    return super.loadClass(name, resolve);
                }
                type = define(name, entry);
            }
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private Class<?> define(String name, JarEntry entry) throws ClassNotFoundException {
        byte[] bytes = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readFully(bytes);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        definePackageOf(name);
        return defineClass(name, bytes, 0, bytes.length, domain);
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

    /** The entry for a resource of this loader, the one for the newest Java first; null if the agent has none. */
    private JarEntry entry(String resource) {
        String name = resource.endsWith(CLASS)
                ? resource.substring(0, resource.length() - CLASS.length()) + CLASSDATA
                : resource;
        for (String root : roots) {
            JarEntry entry = jar.getJarEntry(root + name);
            if (entry != null && !entry.isDirectory()) {
                return entry;
            }
        }
        return null;
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
        for (URL url : Collections.list(super.getResources(name))) {
            if (!EntryUrlHandler.PROTOCOL.equals(url.getProtocol())) {
                all.add(url);
            }
        }
        return Collections.enumeration(all);
    }

    @Override
    protected URL findResource(String name) {
        JarEntry entry = entry(name);
        if (entry == null && name.startsWith(BRIDGE_FOLDER)) {
            // the bootstrap loader has the classes but gives out no resources of an appended jar
            entry = jar.getJarEntry(name);
        }
        try {
            return entry == null ? null : urls.url(entry.getName());
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
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
