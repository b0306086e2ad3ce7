package io.sseagent.testapps.matrix;

import java.util.Comparator;
import java.util.List;
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

    /** The first launch on the JDK that runs the tests, the last one on the newest JDK; all on all under the profile. */
    static Stream<ForkedServer> lowestAndNewest(List<? extends Launch> launches) {
        if (FULL) {
            return launches.stream().flatMap(Matrix::onEveryJdk);
        }
        Jdk newest =
                Jdk.all().stream().max(Comparator.comparingInt(Jdk::feature)).orElseThrow();
        return Stream.of(
                ForkedServer.underAgent(launches.get(0), Jdk.all().get(0)),
                ForkedServer.underAgent(launches.get(launches.size() - 1), newest));
    }
}
