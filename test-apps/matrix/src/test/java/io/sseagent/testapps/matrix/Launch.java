package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How a server is started with its application. Immutable. */
interface Launch {
    /** For people. */
    String title();

    /** The arguments of {@code java}; {@code folder} is new and the server's own. */
    List<String> arguments(Path folder);

    /** What the server prints when it answers; group 1 is its port. */
    Pattern ready();

    /** Empty for the root. */
    String contextPath();

    /** The agent's name for the server. */
    String tap();

    /** The version that the agent has to find out. */
    String libraryVersion(Jdk jdk);

    /** Addresses with whole answers that reach what only this server has, for {@link Traffic}; empty if that knows them. */
    default List<String> ownAddresses() {
        return List.of();
    }

    /** See {@link Capability}. */
    Set<Capability> capabilities();
}
