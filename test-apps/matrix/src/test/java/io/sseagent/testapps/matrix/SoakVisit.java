package io.sseagent.testapps.matrix;

import java.util.concurrent.ThreadLocalRandom;

/** What a client of the soak wants, and when it has enough. */
enum SoakVisit {
    /** Listens for a while and leaves. */
    LISTENER(600, "/app/broadcast?interval=2500&size=100", 20, 120),
    /** Its connection is cut. */
    CUT(150, "/app/broadcast?interval=2500&size=100", 1, 20),
    /** Gets all of its events, whose number has to be right. */
    FINITE(150, "/app/broadcast?interval=1000&size=100&events=" + SoakVisit.EVENTS, 60, 60),
    /** Of the application that is redeployed now and then. */
    REDEPLOYED(96, "/redeployed/broadcast?interval=2500&size=100", 60, 300),
    /** Reads less than what is sent to it. */
    SLOW(2, "/app/broadcast?interval=250&size=30000", 120, 240),
    /** Never reads anything. */
    DEAF(2, "/app/broadcast?interval=250&size=30000", 120, 240);

    static final int EVENTS = 10;

    private static final int ALL = 1000;

    final String address;
    private final int share;
    private final int leastSeconds;
    private final int mostSeconds;

    SoakVisit(int share, String address, int leastSeconds, int mostSeconds) {
        this.share = share;
        this.address = address;
        this.leastSeconds = leastSeconds;
        this.mostSeconds = mostSeconds;
    }

    /** Each kind has its share of any thousand. */
    static SoakVisit of(int seat) {
        int rest = seat % ALL;
        for (SoakVisit visit : values()) {
            rest -= visit.share;
            if (rest < 0) {
                return visit;
            }
        }
        throw new AssertionError("shares are not " + ALL);
    }

    long stayMillis() {
        return ThreadLocalRandom.current().nextLong(leastSeconds * 1000L, mostSeconds * 1000L + 1);
    }
}
