package io.sseagent.testapps.matrix;

import java.util.Locale;

/** How a Tomcat serves. On the loopback interface and a free port; what is not said here is its default. */
enum TomcatConnector {
    /** Blocking sockets in 7, which wait for a client for ever, else NIO, which gives a write up after a minute. */
    DEFAULT("HTTP/1.1", "", ""),
    /** Gives every write up after two seconds. */
    IMPATIENT_NIO(
            "org.apache.coyote.http11.Http11NioProtocol",
            "connectionTimeout='2000'",
            "streamWriteTimeout='2000' writeTimeout='2000'"),
    /** The same; since 8.0. */
    IMPATIENT_NIO2(
            "org.apache.coyote.http11.Http11Nio2Protocol",
            "connectionTimeout='2000'",
            "streamWriteTimeout='2000' writeTimeout='2000'");

    private final String protocol;
    private final String settings;
    private final String http2Settings;

    TomcatConnector(String protocol, String settings, String http2Settings) {
        this.protocol = protocol;
        this.settings = settings;
        this.http2Settings = http2Settings;
    }

    /** What a server's title ends with. */
    String title() {
        return this == DEFAULT ? "" : " " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Of {@code server.xml}. */
    String xml(boolean http2) {
        String upgrade = http2
                ? "<UpgradeProtocol className='org.apache.coyote.http2.Http2Protocol' " + http2Settings + "/>"
                : "";
        return "<Connector port='0' address='127.0.0.1' protocol='" + protocol + "' " + settings + ">" + upgrade
                + "</Connector>";
    }
}
