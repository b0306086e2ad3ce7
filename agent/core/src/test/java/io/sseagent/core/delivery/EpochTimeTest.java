package io.sseagent.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.config.EpochUnit;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTimeTest {
    @ParameterizedTest
    @CsvSource({
        "1700000000, 1700000000000000000",
        "1700000000.25, 1700000000250000000",
        "1700000000123, 1700000000123000000",
        "1700000000123.5, 1700000000123500000",
        "1700000000123456, 1700000000123456000",
        "1700000000123456789, 1700000000123456789",
        "1.7e9, 1700000000000000000",
        "1.7E12, 1700000000000000000",
        "0, 0",
        "-1000, -1000000000000",
    })
    void aNumberIsReadByItsSize(String text, long nanos) {
        assertThat(EpochTime.of(text, EpochUnit.AUTO)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({"S, 1000000000", "MS, 1000000", "US, 1000", "NS, 1"})
    void aUnitThatIsGivenIsTaken(EpochUnit unit, long nanos) {
        assertThat(EpochTime.of("1700", unit)).isEqualTo(1700 * nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T10:00:00Z",
                "2026-01-31T10:00:00.123456789+05:30",
                "2024-02-29T23:59:59.5-11:00",
                "1969-12-31T23:59:59.999Z",
                "2000-03-01T00:00:00+00:00",
                "1900-02-28T12:00:00Z",
            })
    void isoTimesAreReadAsTheJdkDoes(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        long nanos = TimeUnit.SECONDS.toNanos(time.toEpochSecond()) + time.getNano();
        assertThat(EpochTime.of(text, EpochUnit.AUTO)).isEqualTo(nanos);
        assertThat(EpochTime.of(text.replace('T', ' '), EpochUnit.MS)).isEqualTo(nanos);
    }

    @Test
    void offsetsComeInThreeSpellings() {
        long nanos = EpochTime.of("2026-01-31T10:00:00Z", EpochUnit.AUTO);
        assertThat(EpochTime.of("2026-01-31T12:00:00+02:00", EpochUnit.AUTO)).isEqualTo(nanos);
        assertThat(EpochTime.of("2026-01-31T12:00:00+0200", EpochUnit.AUTO)).isEqualTo(nanos);
        assertThat(EpochTime.of("2026-01-31T12:00:00,0+02", EpochUnit.AUTO)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "true",
                "NaN",
                "Infinity",
                "0x10",
                "1e999",
                "99999999999999999999999999",
                "1700000000d",
                "1-2",
                "--1",
                ".",
                "e5",
                "2026-01-31T10:00:00",
                "2026-01-31",
                "2026-02-29T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T10:00:00.Z",
                "2026-01-31T10:00:00Z ...",
                "2026-01-31T10:00:00+2",
                "2026-01-31T10:00:00+99:00",
                "9999-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "１７０００００００0",
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(EpochTime.of(text, EpochUnit.AUTO)).isEqualTo(EpochTime.NONE);
    }

    @Test
    void aTextOfAMegabyteIsNone() {
        assertThat(EpochTime.of("1".repeat(1 << 20), EpochUnit.AUTO)).isEqualTo(EpochTime.NONE);
        assertThat(EpochTime.ofId("1".repeat(1 << 20), EpochUnit.AUTO)).isEqualTo(EpochTime.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000123, 1700000000123000000",
        "1700000000123-7, 1700000000123000000",
        "018bcfe5-687b-7000-8000-000000000000, 1700000000123000000",
        "01HF7YAT3V0000000000000000, 1700000000123000000",
        "2023-11-14T22:13:20.123Z, 1700000000123000000",
    })
    void anIdIsReadByItsForm(String id, long nanos) {
        assertThat(EpochTime.ofId(id, EpochUnit.AUTO)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order-7", "550e8400-e29b-41d4-a716-446655440000", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"})
    void anIdWithoutATimeIsNone(String id) {
        assertThat(EpochTime.ofId(id, EpochUnit.AUTO)).isEqualTo(EpochTime.NONE);
    }
}
