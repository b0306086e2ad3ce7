package io.sseagent.premain;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What Linux tells of a process before anything is sent to it. The JDK wakes a JVM's attach listener with SIGQUIT: that ends a
 * process that is no JVM, and makes a JVM without the listener print all of its threads.
 */
final class TargetProcess {
    private static final long SIGQUIT_BIT = 1L << 2;

    private final File folder;

    private TargetProcess(File folder) {
        this.folder = folder;
    }

    static TargetProcess of(long pid) {
        return new TargetProcess(new File("/proc/" + pid));
    }

    /** Null where there is no {@code /proc}. */
    static String ownPid() {
        try {
            File self = new File("/proc/self");
            return self.exists() ? self.getCanonicalFile().getName() : null;
        } catch (IOException unknown) {
            return null;
        }
    }

    /** Why the process cannot be attached to, with the way out; null if nothing speaks against it or nothing is known. */
    String obstacle() {
        if (!new File("/proc/self/status").exists()) {
            return null;
        }
        String status = read("status");
        if (status == null) {
            return "there is no process " + folder.getName() + "; \"list\" shows the JVMs that can be attached to";
        }
        String owner = userId(status);
        String self = userId(of("self").read("status"));
        if (!self.equals("0") && !self.equals(owner)) {
            return "process " + folder.getName() + " belongs to the user with id " + owner + ", this command runs as "
                    + self + "; run it as the same user (sudo -u '#" + owner + "' java -jar sse-agent.jar ...)";
        }
        String options = read("cmdline") + " " + read("environ");
        if (options.contains("-XX:+DisableAttachMechanism")) {
            return "process " + folder.getName()
                    + " was started with -XX:+DisableAttachMechanism; restart it without that"
                    + " option, or with -javaagent:";
        }
        if (!catchesQuit(status)) {
            return "process " + folder.getName() + " does not listen for attach: it is not a JVM, is still starting, or"
                    + " was started with -Xrs; \"list\" shows the JVMs that can be attached to";
        }
        return null;
    }

    private static TargetProcess of(String name) {
        return new TargetProcess(new File("/proc/" + name));
    }

    static String userId(String status) {
        String[] ids = field(status, "Uid:").split("\\s+");
        // real, effective, saved, file system: the JDK compares the effective one
        return ids.length > 1 ? ids[1] : "";
    }

    static boolean catchesQuit(String status) {
        String caught = field(status, "SigCgt:");
        return caught.isEmpty() || (Long.parseUnsignedLong(caught, 16) & SIGQUIT_BIT) != 0;
    }

    private static String field(String status, String name) {
        for (String line : status.split("\n")) {
            if (line.startsWith(name)) {
                return line.substring(name.length()).trim();
            }
        }
        return "";
    }

    private String read(String name) {
        try (InputStream in = new FileInputStream(new File(folder, name))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
            }
            return bytes.toString("ISO-8859-1");
        } catch (IOException unreadable) {
            return null;
        }
    }
}
