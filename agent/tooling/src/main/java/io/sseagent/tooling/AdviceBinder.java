package io.sseagent.tooling;

/**
 * Takes what {@link TypeInstrumentation#bind} has to say. A pattern that fits several methods advises each of them; a
 * method without a body fits none. A type of which no method at all is advised is unmatched.
 */
public interface AdviceBinder {

    /** Every supported version has this method: without it the type is left untouched and reported as unmatched. */
    void advise(MethodPattern method, String adviceClassName);

    /** Only some of the supported versions have this method. */
    void adviseIfPresent(MethodPattern method, String adviceClassName);

    /**
     * Every supported version has at least one of the methods that share {@code choice}, any name: without any of them the
     * type is left untouched and reported as unmatched. Say when which came: "doWrite(ByteBuffer) was added in 8.5".
     */
    void adviseOneOf(String choice, MethodPattern method, String adviceClassName);
}
