package io.sseagent.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
    private final NumberReader numbers = new NumberReader();

    /** What a server shows to others, by a class that it does not. */
    public interface Channel {
        /** Maybe null. */
        Channel parent();

        /** Held back. */
        long pending();

        /** Not a number. */
        default String name() {
            return "channel";
        }
    }

    private static final class OwnChannel implements Channel {
        private final Channel parent;

        OwnChannel(Channel parent) {
            this.parent = parent;
        }

        @Override
        public Channel parent() {
            return parent;
        }

        @Override
        public long pending() {
            if (parent == null) {
                throw new IllegalStateException("closed");
            }
            return 42;
        }
    }

    @Test
    void a_number_is_found_behind_public_methods_of_a_class_that_is_not() {
        OwnChannel channel = new OwnChannel(new OwnChannel(new OwnChannel(null)));

        assertThat(numbers.of(channel, "pending")).isEqualTo(42);
        assertThat(numbers.of(channel, "parent.pending")).isEqualTo(42);
        assertThat(numbers.of(channel, "parent.pending")).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parent.parent.pending", "parent.parent.parent.pending", "name", "other", "", "hashCode.x"})
    void what_is_not_there_or_throws_or_is_no_number_is_not_known(String path) {
        OwnChannel channel = new OwnChannel(new OwnChannel(new OwnChannel(null)));

        assertThat(numbers.of(channel, path)).isEqualTo(NumberReader.UNKNOWN);
    }
}
