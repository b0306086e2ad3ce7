package io.sseagent.premain;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * {@code com.sun.tools.attach} by reflection: a module that runtime images may lack, and on Java 8 part of
 * {@code tools.jar}.
 */
final class AttachApi {
    private static final String MACHINE = "com.sun.tools.attach.VirtualMachine";
    private static final String DESCRIPTOR = "com.sun.tools.attach.VirtualMachineDescriptor";

    private final Class<?> machineType;
    private final Class<?> descriptorType;

    private AttachApi(ClassLoader loader) throws ClassNotFoundException {
        machineType = Class.forName(MACHINE, true, loader);
        descriptorType = Class.forName(DESCRIPTOR, true, loader);
    }

    static AttachApi find() throws CommandFailure {
        File home = new File(System.getProperty("java.home"));
        try {
            return new AttachApi(AttachApi.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notInThisLoader) {
            for (File folder : new File[] {home, home.getParentFile()}) {
                File tools = new File(folder, "lib/tools.jar");
                if (tools.isFile()) {
                    return ofToolsJar(tools);
                }
            }
        }
        throw CommandFailure.failed(
                "the Java in " + home + " has no attach API (module jdk.attach, on Java 8 tools.jar);"
                        + " run this command with the java of a JDK, or start the application with -javaagent:");
    }

    private static AttachApi ofToolsJar(File tools) throws CommandFailure {
        try {
            return new AttachApi(new URLClassLoader(new URL[] {tools.toURI().toURL()}));
        } catch (ClassNotFoundException | LinkageError | MalformedURLException e) {
            throw CommandFailure.failed(tools + " has no usable attach API: " + e);
        }
    }

    /** Process ids and names of the JVMs of this user but for this one. */
    Map<String, String> list() throws CommandFailure {
        String self = TargetProcess.ownPid();
        Map<String, String> machines = new LinkedHashMap<String, String>();
        try {
            for (Object descriptor : (List<?>) machineType.getMethod("list").invoke(null)) {
                String pid = (String) descriptorType.getMethod("id").invoke(descriptor);
                if (!pid.equals(self)) {
                    machines.put(pid, (String)
                            descriptorType.getMethod("displayName").invoke(descriptor));
                }
            }
            return machines;
        } catch (InvocationTargetException e) {
            throw CommandFailure.failed("cannot list JVMs: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw CommandFailure.failed("cannot list JVMs: " + e);
        }
    }

    /** The exception is the attach API's own. */
    Machine attach(long pid) throws Exception {
        return new Machine(call(machineType, null, "attach", Long.toString(pid)));
    }

    private static Object call(Class<?> type, Object target, String method, String... arguments) throws Exception {
        Class<?>[] parameters = new Class<?>[arguments.length];
        Arrays.fill(parameters, String.class);
        try {
            return type.getMethod(method, parameters).invoke(target, (Object[]) arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception) {
                throw (Exception) e.getCause();
            }
            throw e;
        }
    }

    /** A JVM attached to. The exceptions are the attach API's own. */
    final class Machine {
        private final Object machine;

        private Machine(Object machine) {
            this.machine = machine;
        }

        Properties systemProperties() throws Exception {
            return (Properties) call(machineType, machine, "getSystemProperties");
        }

        /** Returns when the agent's {@code agentmain} has returned; {@code arguments} may be null. */
        void loadAgent(String jar, String arguments) throws Exception {
            call(machineType, machine, "loadAgent", jar, arguments);
        }

        void detach() throws Exception {
            call(machineType, machine, "detach");
        }
    }
}
