package io.sseagent.premain;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Questions about the JVM that the agent was put on, answered without JMX. */
final class HostJvm {
    // the tools' packages on Java 8, where they are no modules yet
    private static final String[] TOOL_PACKAGES = {
        "sun.tools.",
        "sun.security.tools.",
        "sun.rmi.",
        "sun.applet.",
        "sun.jvm.hotspot.",
        "com.sun.tools.",
        "com.sun.corba.",
        "com.sun.java.util.jar.pack.",
        "jdk.nashorn.tools."
    };
    // "java App.java": the compiler's module, but an application
    private static final String SOURCE_LAUNCHER = "com.sun.tools.javac.launcher.";

    private static final String[] NO_VERIFICATION = {"-Xverify:none", "-noverify", "-XX:-BytecodeVerificationRemote"};
    private static final String[] OPTION_VARIABLES = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"};

    private HostJvm() {}

    /**
     * The main class if it is a tool of the JDK, such as {@code jcmd} with {@code JAVA_TOOL_OPTIONS} in its environment; else
     * null.
     *
     * @param command {@code sun.java.command}, null in a JVM that was not started by a launcher
     * @param mainModule {@code jdk.module.main}, null for an application on the class path
     */
    static String jdkTool(String command, String mainModule) {
        if (command == null) {
            return null;
        }
        int end = command.indexOf(' ');
        String main = end < 0 ? command : command.substring(0, end);
        if (mainModule != null) {
            boolean ofJdk = mainModule.startsWith("jdk.") || mainModule.startsWith("java.");
            return ofJdk && !main.contains("/" + SOURCE_LAUNCHER) ? main : null;
        }
        for (String tools : TOOL_PACKAGES) {
            if (main.startsWith(tools) && !main.startsWith(SOURCE_LAUNCHER)) {
                return main;
            }
        }
        return null;
    }

    /** Whether this is {@code java -jar sse-agent.jar ...} that inherited the agent through the environment. */
    static boolean isOwnCommandLine(AgentJar jar) throws IOException {
        String command = System.getProperty("sun.java.command");
        if (command == null) {
            return false;
        }
        String classPath = System.getProperty("java.class.path", "");
        return startsWithWord(command, AgentMain.class.getName())
                || (startsWithWord(command, classPath) && jar.isAt(new File(classPath)));
    }

    private static boolean startsWithWord(String command, String word) {
        return command.startsWith(word) && (command.length() == word.length() || command.charAt(word.length()) == ' ');
    }

    /** The option that switched verification off, or null if none is found (on Linux, and in the environment). */
    static String verificationSwitchedOffBy() {
        StringBuilder options = new StringBuilder(commandLine());
        for (String variable : OPTION_VARIABLES) {
            String value = System.getenv(variable);
            options.append(' ').append(value == null ? "" : value);
        }
        return verificationSwitchedOffBy(options.toString());
    }

    static String verificationSwitchedOffBy(String options) {
        String spaced = " " + options + " ";
        for (String option : NO_VERIFICATION) {
            if (spaced.contains(" " + option + " ")) {
                return option;
            }
        }
        return null;
    }

    private static String commandLine() {
        try (InputStream in = new FileInputStream("/proc/self/cmdline")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
            }
            return bytes.toString("ISO-8859-1").replace('\0', ' ');
        } catch (IOException | SecurityException unknown) {
            // not Linux: only a warning is lost
            return "";
        }
    }
}
