package io.sseagent.core.stream;

import java.util.Locale;

/** What a client says that it is, from its user agent. A closed set, so that it may be counted; never more than a claim. */
public enum ClientFamily {
    NONE(true),
    BOT(true, "bot", "crawl", "spider", "headless"),
    CURL(true, "curl/", "wget/"),
    PYTHON(true, "python", "aiohttp", "httpx"),
    JAVA(true, "java", "okhttp", "apache-httpclient", "jersey", "reactornetty"),
    GO(true, "go-http-client"),
    NODE(true, "node", "axios", "undici"),
    DOTNET(true, ".net", "dotnet"),
    EDGE(false, "edg/", "edge/", "edga/", "edgios/"),
    OPERA(false, "opr/", "opera"),
    FIREFOX(false, "firefox/", "fxios/"),
    // behind those that call themselves Chrome and Safari, too
    CHROME(false, "chrome/", "crios/", "chromium/"),
    SAFARI(false, "safari/"),
    BROWSER(false, "mozilla/"),
    OTHER(false);

    /** Browsers say less; what is longer is cut off. */
    private static final int LONGEST = 512;

    private static final ClientFamily[] ALL = values();

    private final boolean program;
    private final String[] marks;

    ClientFamily(boolean program, String... marks) {
        this.program = program;
        this.marks = marks;
    }

    /** Of a user agent, which may be null or hostile. */
    static ClientFamily of(String userAgent) {
        if (userAgent == null || userAgent.trim().isEmpty()) {
            return NONE;
        }
        String cut = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
        String said = cut.toLowerCase(Locale.ROOT);
        for (ClientFamily family : ALL) {
            for (String mark : family.marks) {
                if (said.contains(mark)) {
                    return family;
                }
            }
        }
        return OTHER;
    }

    /** In its place among all. */
    static ClientFamily at(int ordinal) {
        return ALL[ordinal];
    }

    /** Whether no person sits before it, by its own word. */
    public boolean isProgram() {
        return program;
    }
}
