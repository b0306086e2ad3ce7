package io.sseagent.premain;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/** The way from the JVM's call to the launcher. Whatever goes wrong is one line on stderr; the application runs on. */
final class AgentStart {
    private static final String LAUNCHER = "io.sseagent.launcher.Launcher";

    private AgentStart() {}

    static synchronized void run(String arguments, Instrumentation instrumentation, boolean attached) {
        try {
            start(arguments, instrumentation, attached);
        } catch (Refusal refusal) {
            AgentStatus.refused(refusal.getMessage());
            Stderr.line("not started: " + refusal.getMessage());
        } catch (InvocationTargetException failure) {
            failed(failure.getCause());
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    private static void start(String arguments, Instrumentation instrumentation, boolean attached) throws Throwable {
        if (AgentStatus.isTaken()) {
            Stderr.line(AgentStatus.taken());
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
            Stderr.line("warning: byte code verification is off (" + noVerification
                    + "), so the JVM checks no agent's changes and could crash; remove that option");
        }
        AgentStatus.starting(jar.version());
        if (!attached) {
            BootDelegation.extend();
        }
        // All classes of this package that are still needed must be loaded before the append: afterwards the system
        // loader would find the missing ones in the bootstrap loader, as strangers to the ones that it has.
        ClassLoader loader = AgentClassLoader.create(jar);
        instrumentation.appendToBootstrapClassLoaderSearch(jar.file());
        launch(loader, arguments, instrumentation, attached);
        AgentStatus.running();
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
        String reason = String.valueOf(failure);
        AgentStatus.failed(reason);
        Stderr.line("not started, the application runs without it: " + reason);
    }
}
