package io.sseagent.testapps.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
        List<Jdk> able = able(launch);
        return (able.isEmpty() ? List.of(Jdk.all().get(0)) : able)
                .stream().map(jdk -> ForkedServer.underAgent(launch, jdk));
    }

    /** Each on one JDK, which take turns so that the last launch is on the last one; all on all under the profile. */
    static Stream<ForkedServer> inTurns(List<? extends Launch> launches) {
        if (FULL) {
            return launches.stream().flatMap(Matrix::onEveryJdk);
        }
        List<Jdk> jdks = Jdk.all();
        return IntStream.range(0, launches.size())
                .mapToObj(turn -> ForkedServer.underAgent(
                        launches.get(turn), jdks.get(Math.floorMod(turn - launches.size(), jdks.size()))));
    }

    /** The newest; all of them under the profile. */
    static Stream<ForkedServer> onNewestJdk(Launch launch) {
        return FULL ? onEveryJdk(launch) : Stream.of(ForkedServer.underAgent(launch, newestJdk()));
    }

    private static Jdk newestJdk() {
        return Jdk.all().stream().max(Comparator.comparingInt(Jdk::feature)).orElseThrow();
    }

    /** Those that run it, the one that runs the tests first. */
    private static List<Jdk> able(Launch launch) {
        return Jdk.all().stream().filter(jdk -> jdk.feature() >= launch.since()).toList();
    }

    /** Whether there is a JDK that runs it. */
    static boolean hasJdkFor(Launch launch) {
        return !able(launch).isEmpty();
    }

    /** As {@link #jdks()} for a launch; where none of these runs it, the first that does. Where none does at all, its start is skipped. */
    static Stream<Jdk> jdks(Launch launch) {
        List<Jdk> able = able(launch);
        return able.isEmpty() ? Stream.of(Jdk.all().get(0)) : able.stream().limit(FULL ? Long.MAX_VALUE : 1);
    }

    /** The first and the last; all of them under the profile. */
    static Stream<Launch> ends(List<? extends Launch> launches) {
        Stream<Launch> ends = Stream.of(launches.get(0), launches.get(launches.size() - 1));
        return FULL ? launches.stream().map(Launch.class::cast) : ends.distinct();
    }

    /** Likewise of those that the JDK of the tests runs, in the JVM of the tests. */
    static Stream<InProcessServer> inProcess(List<? extends Launch> launches) {
        int feature = Jdk.all().get(0).feature();
        List<? extends Launch> able =
                launches.stream().filter(launch -> launch.since() <= feature).toList();
        return able.isEmpty() ? Stream.empty() : ends(able).map(InProcessServer::new);
    }

    /** The JDK that runs the tests; all of them under the profile. */
    static Stream<Jdk> jdks() {
        return Jdk.all().stream().limit(FULL ? Long.MAX_VALUE : 1);
    }

    /** What {@link #jdks} leaves out. */
    static Stream<Jdk> otherJdks() {
        return Jdk.all().stream().skip(FULL ? Long.MAX_VALUE : 1);
    }

    /** The first launch on the JDK that runs the tests, if that can, the last one on the newest JDK; all on all under the profile. */
    static Stream<ForkedServer> lowestAndNewest(List<? extends Launch> launches) {
        if (FULL) {
            return launches.stream().flatMap(Matrix::onEveryJdk);
        }
        return Stream.of(
                ForkedServer.underAgent(
                        launches.get(0), jdks(launches.get(0)).findFirst().orElseThrow()),
                ForkedServer.underAgent(launches.get(launches.size() - 1), newestJdk()));
    }
}
