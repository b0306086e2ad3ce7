package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How a server is started with its application. Immutable. */
interface Launch {
    /** What the test applications print that have a main of their own. */
    Pattern PORT = Pattern.compile("(?m)^PORT=(\\d+)");

    /** For people. */
    String title();

    /** The arguments of {@code java}; {@code folder} is new and the server's own. */
    List<String> arguments(Path folder);

    /** What the server prints when it answers; group 1 is its port. */
    default Pattern ready() {
        return PORT;
    }

    /** Empty for the root. */
    default String contextPath() {
        return "";
    }

    /** The agent's name for the server. */
    String tap();

    /** The version that the agent has to find out. */
    String libraryVersion(Jdk jdk);

    /** The lowest feature release of the JDK that runs it; without one it is skipped. */
    default int since() {
        return 8;
    }

    /** Addresses with whole answers that reach what only this server has, for {@link Traffic}; empty if that knows them. */
    default List<String> ownAddresses() {
        return List.of();
    }

    /** Whether this server loads the class of a hook, and not every client of it reaches it; {@link AdviceFaultTest} proves that on another server. */
    default boolean isOutOfReach(String hook) {
        return false;
    }

    /** See {@link Capability}. */
    default Set<Capability> capabilities() {
        return EnumSet.noneOf(Capability.class);
    }
}
