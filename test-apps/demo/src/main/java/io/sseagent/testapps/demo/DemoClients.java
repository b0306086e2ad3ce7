package io.sseagent.testapps.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code DemoClients url seconds}: steady readers, a slow one, one that leaves, one that comes back, and prompts for answers;
 * 0 seconds is for ever. Prints errors only, and ends with 1 after the first.
 */
public final class DemoClients {
    private static final int STEADY_READERS = 4;
    private static final Duration WHOLE_DEMO = Duration.ofDays(1);

    private final URI server;
    private final EventSource prices;
    private final EventSource alerts;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<String> error = new AtomicReference<>();

    private DemoClients(URI server) {
        this.server = server;
        this.prices = new EventSource(server.resolve("/feed/prices"));
        this.alerts = new EventSource(server.resolve("/feed/alerts"));
    }

    /** Runs all clients for the given time. */
    public static void main(String[] arguments) throws InterruptedException {
        DemoClients clients = new DemoClients(URI.create(arguments[0]));
        long seconds = Long.parseLong(arguments[1]);
        clients.start();
        if (seconds == 0) {
            clients.over.await();
        } else {
            clients.over.await(seconds, TimeUnit.SECONDS);
        }
        String error = clients.error.get();
        if (error != null) {
            System.err.println(error);
        }
        // ends the clients in the middle of their streams, like a closed browser
        System.exit(error == null ? 0 : 1);
    }

    private void start() {
        for (int reader = 1; reader <= STEADY_READERS; reader++) {
            repeat("steady-" + reader, () -> prices.read("", WHOLE_DEMO));
        }
        repeat("alerts-1", () -> alerts.read("", WHOLE_DEMO));
        repeat("alerts-2", () -> alerts.read("", WHOLE_DEMO));
        repeat("slow", new SlowReader(server)::read);
        repeat("leaving", () -> {
            prices.read("", randomMillis(1500, 3000));
            pause(randomMillis(2000, 3000));
        });
        AtomicReference<String> lastEventId = new AtomicReference<>("");
        repeat("returning", () -> {
            lastEventId.set(prices.read(lastEventId.get(), randomMillis(2000, 4000)));
            pause(randomMillis(1000, 3000));
        });
        Prompter prompter = new Prompter(server);
        for (String prompt : List.of("explain", "summarise", "fail")) {
            repeat("prompt-" + prompt, () -> {
                prompter.ask(prompt);
                pause(prompt.equals("fail") ? randomMillis(5000, 8000) : randomMillis(300, 1200));
            });
        }
    }

    private void repeat(String name, Behaviour behaviour) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (over.getCount() > 0) {
                            behaviour.once();
                        }
                    } catch (IOException | RuntimeException problem) {
                        error.compareAndSet(null, "client " + name + ": " + problem);
                        over.countDown();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static Duration randomMillis(long least, long below) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, below));
    }

    private static void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    /** What one client does over and over. */
    private interface Behaviour {
        void once() throws IOException, InterruptedException;
    }
}
