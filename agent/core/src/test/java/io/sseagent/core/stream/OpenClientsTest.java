package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenClientsTest {
    private final OpenClients clients = new OpenClients();

    @Test
    void whatIsUnknownIsNotCounted() {
        assertThat(clients.opened(0)).isZero();
        clients.closed(0);
        clients.closed(7);
        assertThat(clients.size()).isZero();
    }

    /** Keys that share their places, so that they push each other around. */
    @Test
    void itCountsLikeAMap() {
        Map<Long, Integer> expected = new HashMap<>();
        Random random = new Random(3);
        for (int step = 0; step < 200_000; step++) {
            // many clients, then few
            int range = step % 50_000 < 25_000 ? 2_000 : 20;
            long client = (long) random.nextInt(range) << random.nextInt(4) | 1;
            if (random.nextInt(5) < 3) {
                assertThat(clients.opened(client)).isEqualTo(expected.merge(client, 1, Integer::sum));
            } else {
                clients.closed(client);
                expected.computeIfPresent(client, (key, streams) -> streams == 1 ? null : streams - 1);
            }
            assertThat(clients.size()).isEqualTo(expected.size());
        }
        Map<Long, Integer> left = new HashMap<>(expected);
        left.forEach((client, streams) -> {
            for (int i = 0; i < streams; i++) {
                clients.closed(client);
            }
        });
        assertThat(clients.size()).isZero();
        assertThat(clients.opened(1)).isEqualTo(1);
    }
}
