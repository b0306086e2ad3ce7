package io.sseagent.testapps.matrix;

import java.util.List;

/** A server with an application, as the server's project distributes it: fetched and unpacked when it is first started. */
interface Distribution extends Launch {
    /** In the Maven repository, as {@code group:artifact:version:type:classifier} of which the last may be missing. */
    String artifact();

    War war();

    /** The newest feature release of Java that it starts on. */
    default int newestJdk() {
        return Integer.MAX_VALUE;
    }

    @Override
    default List<String> ownAddresses() {
        return List.of(
                "/blocking?events=50&flush=0&via=writer",
                "/blocking?events=2&size=20000",
                "/nonblocking?events=3",
                "/fail?after=2&how=async",
                "/timeout?ms=20&listener=1",
                "/json?answer=500");
    }

    /** The hooks of servers that are published as libraries, too, are reached there. */
    @Override
    default boolean isOutOfReach(String hook) {
        return !DistributionFaultTest.TAPS.contains(Hooks.tap(hook));
    }

    @Override
    default String contextPath() {
        return "/" + war().context();
    }
}
