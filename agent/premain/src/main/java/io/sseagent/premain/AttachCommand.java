package io.sseagent.premain;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Properties;

/** Starts the agent in another JVM and tells what became of it, from the properties of {@link AgentStatus}. */
final class AttachCommand {
    private static final long ENDPOINT_WAIT_NANOS = 5_000_000_000L;
    private static final long ENDPOINT_POLL_MILLIS = 100;

    private final PrintStream out;
    private final PrintStream err;

    AttachCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(AttachOptions options) throws CommandFailure {
        AttachApi api = AttachApi.find();
        String obstacle = TargetProcess.of(options.pid()).obstacle();
        if (obstacle != null) {
            throw CommandFailure.failed(obstacle);
        }
        String jar = ownJar();
        try {
            AttachApi.Machine machine = api.attach(options.pid());
            try {
                return start(machine, jar, options);
            } finally {
                machine.detach();
            }
        } catch (CommandFailure failure) {
            throw failure;
        } catch (Exception failure) {
            throw CommandFailure.failed(AttachProblem.explain(options.pid(), jar, failure));
        }
    }

    private static String ownJar() throws CommandFailure {
        try {
            AgentJar jar = AgentJar.holding(AttachCommand.class);
            jar.close();
            return jar.path();
        } catch (Refusal refusal) {
            throw CommandFailure.failed(refusal.getMessage());
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read its own jar: " + e);
        }
    }

    private int start(AttachApi.Machine machine, String jar, AttachOptions options) throws Exception {
        String pid = Long.toString(options.pid());
        Properties before = machine.systemProperties();
        Exception problem = null;
        try {
            machine.loadAgent(jar, options.agentArguments());
        } catch (Exception e) {
            // a Java 8 attach API takes the answer of a newer JVM for a failure: what counts is the status below
            problem = e;
        }
        Properties after = machine.systemProperties();
        String status = after.getProperty(AgentStatus.STATUS);
        if (!AgentStatus.RUNNING.equals(status)) {
            if (problem != null) {
                throw problem;
            }
            throw CommandFailure.failed("the agent does not run in " + pid + ": " + status);
        }
        String version = "sse-agent " + after.getProperty(AgentStatus.VERSION);
        String since = after.getProperty(AgentStatus.SINCE, "");
        if (since.equals(before.getProperty(AgentStatus.SINCE))) {
            out.println(version + " is already running in " + pid + ", nothing was changed");
        } else {
            out.println(version + " started in " + pid);
            if (feature(after) >= 21) {
                err.println("sse-agent: JDK 21 and later print a warning about this in the application's output;"
                        + " -XX:+EnableDynamicAgentLoading at its start avoids it");
            }
        }
        out.println("metrics: " + endpoint(machine, after));
        return CommandLine.DONE;
    }

    private static int feature(Properties target) {
        return AgentClassLoader.javaFeature(target.getProperty("java.specification.version", "8"));
    }

    /** The exporter starts on a thread of its own, a moment after {@code agentmain} has returned. */
    private static String endpoint(AttachApi.Machine machine, Properties first) throws Exception {
        long deadline = System.nanoTime() + ENDPOINT_WAIT_NANOS;
        String endpoint = first.getProperty(AgentStatus.ENDPOINT);
        while (endpoint == null && System.nanoTime() - deadline < 0) {
            Thread.sleep(ENDPOINT_POLL_MILLIS);
            endpoint = machine.systemProperties().getProperty(AgentStatus.ENDPOINT);
        }
        return endpoint == null ? "not up yet, see the application's stderr" : endpoint;
    }
}
