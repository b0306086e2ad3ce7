package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPositionTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "9, 10",
        "999999999999999998, 999999999999999999",
        "1526919030474-55, 1526919030474-56",
        "1526919030474-9, 1526919030475-0",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV, 01ARZ3NDEKTSV4RRFFQ69G5FAW",
        "01ARZ3NDEK0000000000000000, 01ARZ3NDEKZZZZZZZZZZZZZZZZ",
        "01ARZ3NDEKFZZZZZZZZZZZZZZZ, 01ARZ3NDEKG000000000000000",
        "01arz3ndektsv4rrffq69g5fav, 7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f, 017f22e2-79b0-7cc3-98c4-dc0c0c073990",
        "017F22E2-79B0-7CC3-18C4-DC0C0C07398F, 017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7fff-bfff-ffffffffffff, 017f22e2-79b1-7000-8000-000000000000",
    })
    void oneComesBeforeTheOther(String earlier, String later) {
        EventPosition first = EventPosition.of(earlier);
        EventPosition second = EventPosition.of(later);

        assertThat(first.isComparableWith(second)).isTrue();
        assertThat(second.isAfter(first)).isTrue();
        assertThat(first.isAfter(second)).isFalse();
        assertThat(first.isAfter(first)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-1",
                "1-",
                "+1",
                "1.5",
                "1 ",
                "0x10",
                "a-b",
                "1-2-3",
                "1234567890123456789",
                "1526919030474-1234567890123456789",
                "\u0661",
                // too much for 128 bits, a letter that ULIDs do not have, one that is none
                "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "01ARZ3NDEKTSV4RRFFQ69G5FAU",
                "01ARZ3NDEKTSV4RRFFQ69G5FA-",
                // version 4, and dashes elsewhere
                "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
                "017f22e2079b0-7cc3-98c4-dc0c0c07398f",
                "017f22e2-79b0-7cc3-98c4-dc0c0c07-98f",
                "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
            })
    void whatTellsNoOrderHasNoPosition(String id) {
        assertThat(EventPosition.of(id)).isNull();
    }

    @Test
    void onlyWhatCountsHasAnImmediateSuccessor() {
        assertThat(follows("8", "7")).isTrue();
        assertThat(follows("9", "7")).isFalse();
        assertThat(follows("7", "7")).isFalse();
        assertThat(follows("5-8", "5-7")).isTrue();
        assertThat(follows("6-0", "5-7")).isFalse();
        assertThat(follows("01ARZ3NDEKTSV4RRFFQ69G5FAW", "01ARZ3NDEKTSV4RRFFQ69G5FAV"))
                .isFalse();
    }

    private static boolean follows(String later, String earlier) {
        return EventPosition.of(later).follows(EventPosition.of(earlier));
    }

    @Test
    void kindsDoNotMix() {
        EventPosition integer = EventPosition.of("7");
        assertThat(integer.isComparableWith(null)).isFalse();
        assertThat(integer.isComparableWith(EventPosition.of("7-1"))).isFalse();
        assertThat(integer.isComparableWith(EventPosition.of("01ARZ3NDEKTSV4RRFFQ69G5FAV")))
                .isFalse();
    }

    @Test
    void noTextThrows() {
        Random random = new Random(11);
        String letters = "0123456789abcdefXYZ-7\u00e9\u0000";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder id = new StringBuilder();
            int length = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextBoolean() ? 26 : 36;
            for (int at = 0; at < length; at++) {
                id.append(letters.charAt(random.nextInt(letters.length())));
            }
            EventPosition position = EventPosition.of(id.toString());
            assertThat(position == null || position.isComparableWith(position)).isTrue();
        }
    }
}
