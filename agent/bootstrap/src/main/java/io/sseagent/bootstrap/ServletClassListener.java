package io.sseagent.bootstrap;

/** What hears of the classes of a servlet container that no tap knows by name. Called on the application's threads. */
public interface ServletClassListener {
    /** Role of the response that a container hands to a servlet. */
    int RESPONSE = 0;
    /** Role of what {@code getOutputStream()} returns. */
    int OUTPUT = 1;
    /** Role of what {@code getWriter()} returns. */
    int WRITER = 2;
    /** Role of an asynchronous context. */
    int ASYNC = 3;

    /**
     * An object of this class was met for the first time, {@code api} is the package of its servlet API.
     *
     * @return whether it is followed from now on; if not, it belongs to a server with a tap of its own
     */
    boolean met(Class<?> type, int role, String api);
}
