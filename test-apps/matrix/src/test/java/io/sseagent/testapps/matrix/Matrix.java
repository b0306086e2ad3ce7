package io.sseagent.testapps.matrix;

import java.util.stream.Stream;

/** What is run on what. */
final class Matrix {
    /** The Maven profile {@code matrix-full}. */
    private static final boolean FULL = Boolean.getBoolean("matrix.full");

    private Matrix() {}

    static boolean isFull() {
        return FULL;
    }

    static Stream<ForkedServer> onEveryJdk(Launch launch) {
        return Jdk.all().stream().map(jdk -> ForkedServer.underAgent(launch, jdk));
    }

    /** The JDK that runs the tests; all of them under the profile. */
    static Stream<Jdk> jdks() {
        return Jdk.all().stream().limit(FULL ? Long.MAX_VALUE : 1);
    }

    /** What {@link #jdks} leaves out. */
    static Stream<Jdk> otherJdks() {
        return Jdk.all().stream().skip(FULL ? Long.MAX_VALUE : 1);
    }
}
