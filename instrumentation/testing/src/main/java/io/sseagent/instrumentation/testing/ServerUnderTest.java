package io.sseagent.instrumentation.testing;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A server with one of the test applications in it and the agent under it: all that a server supplies to its contract. Used by one
 * thread.
 */
public interface ServerUnderTest extends AutoCloseable {
    /** Where the application answers, with its context path and without a slash at the end. Starts it if it is not running. */
    URI application();

    /** The agent's metrics page; after {@link #application()}. */
    URI metrics();

    /** What the agent said that is a warning or worse, each a line; empty if all is well. */
    List<String> agentProblems();

    /** The same server with the same application and all options but the agent's, for comparison; it ends with this one. */
    ServerUnderTest withoutAgent();

    /** The label {@code tap} and {@code server} of its streams. */
    String tap();

    /** The version that the tap has to find out. */
    String libraryVersion();

    /** What this server can do beside the obvious. */
    Set<Capability> capabilities();

    /** Ends it, whatever state it is in; does nothing if it is not running. */
    @Override
    void close();
}
