package io.sseagent.prometheus;

/** Threads that neither keep the host alive nor hold on to the class loader of one of its applications. */
final class DaemonThread {
    private DaemonThread() {}

    static Thread of(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
