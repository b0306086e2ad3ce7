package io.sseagent.testapps.matrix;

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
    default String contextPath() {
        return "/" + war().context();
    }
}
