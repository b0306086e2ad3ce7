package io.sseagent.premain;

/** Turns an exception of the attach API into what to do about it. */
final class AttachProblem {

    private AttachProblem() {}

    static String explain(long pid, String jar, Exception failure) {
        String type = failure.getClass().getSimpleName();
        String message = String.valueOf(failure.getMessage());
        String reason = "cannot attach to " + pid + " (" + Stderr.oneLine(message) + "): ";
        if (message.contains("Dynamic agent loading is not enabled")) {
            return reason + "start the application with -XX:+EnableDynamicAgentLoading, or with -javaagent:" + jar;
        }
        if (type.equals("AgentLoadException") || type.equals("AgentInitializationException")) {
            return reason + "the JVM must be able to read " + jar
                    + "; if it runs in a container, put the jar there under" + " the same path";
        }
        if (message.contains("No such process")) {
            return reason + "there is no such JVM; \"list\" shows those that can be attached to";
        }
        if (message.contains("does not support the attach mechanism")) {
            return reason + "it was started with -XX:+DisableAttachMechanism; restart it without that option, or with"
                    + " -javaagent:" + jar;
        }
        if (message.contains("current VM")) {
            return reason + "that is this command itself";
        }
        return reason
                + "run this as the user of the application, with a JDK no older than its; the application must not be"
                + " started with -XX:+DisableAttachMechanism, and must share /tmp with this command";
    }
}
