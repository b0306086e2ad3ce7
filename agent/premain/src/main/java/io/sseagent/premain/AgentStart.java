package io.sseagent.premain;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/** The way from the JVM's call to the launcher. Whatever goes wrong is one line on stderr; the application runs on. */
final class AgentStart {
    private static final String LAUNCHER = "io.sseagent.launcher.Launcher";

    /** Its classes beyond these have the permission already: whoever may add an agent to a JVM may do anything in it. */
    private static final String PERMISSION = "; under a SecurityManager the agent needs this in the policy:"
            + " grant codeBase \"file:/path/to/sse-agent.jar\" { permission java.security.AllPermission; };";

    /**
     * What is still called after the append to the bootstrap search path. From then on the system loader finds classes of this
     * package that it lacks in the bootstrap loader, as strangers to those that it has.
     */
    private static final Class<?>[] LOADED_BEFORE_APPEND = {
        AgentClassLoader.class, AgentStatus.class, EntryUrlHandler.class, Refusal.class, Stderr.class
    };

    private AgentStart() {}

    static synchronized void run(String arguments, Instrumentation instrumentation, boolean attached) {
        try {
            start(arguments, instrumentation, attached);
        } catch (Refusal refusal) {
            AgentStatus.refused(refusal.getMessage());
            Stderr.warn("not started, the application runs without it: " + refusal.getMessage());
        } catch (InvocationTargetException failure) {
            failed(failure.getCause());
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    private static void start(String arguments, Instrumentation instrumentation, boolean attached) throws Throwable {
        if (AgentStatus.isTaken()) {
            Stderr.warn(AgentStatus.taken());
            return;
        }
        String tool = HostJvm.jdkTool(System.getProperty("sun.java.command"), System.getProperty("jdk.module.main"));
        if (tool != null) {
            // silent: scripts read what jcmd or keytool print, and the JVM has named the inherited option already
            AgentStatus.refused(tool + " is a tool of the JDK, not an application");
            return;
        }
        AgentJar jar = AgentJar.holding(AgentStart.class);
        if (HostJvm.isOwnCommandLine(jar)) {
            jar.close();
            return;
        }
        String noVerification = HostJvm.verificationSwitchedOffBy();
        if (noVerification != null) {
            Stderr.warn("byte code verification is off (" + noVerification
                    + "), so the JVM checks no agent's changes and could crash; remove that option");
        }
        AgentStatus.starting(jar.version());
        if (!attached) {
            BootDelegation.extend();
        }
        ClassLoader loader = AgentClassLoader.create(jar);
        instrumentation.appendToBootstrapClassLoaderSearch(jar.file());
        launch(loader, arguments, instrumentation, attached);
        AgentStatus.launched();
    }

    private static void launch(ClassLoader loader, String arguments, Instrumentation instrumentation, boolean attached)
            throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader ofApplication = thread.getContextClassLoader();
        // libraries of the agent look for providers in the context loader: they must not find the application's
        thread.setContextClassLoader(loader);
        try {
            Class.forName(LAUNCHER, true, loader)
                    .getMethod("start", String.class, Instrumentation.class, boolean.class)
                    .invoke(null, arguments, instrumentation, attached);
        } finally {
            thread.setContextClassLoader(ofApplication);
        }
    }

    private static void failed(Throwable failure) {
        String reason = failure + (failure instanceof SecurityException ? PERMISSION : "");
        AgentStatus.failed(reason);
        Stderr.error("not started, the application runs without it: " + reason);
    }
}
