package io.sseagent.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.config.JsonPointer;
import io.sseagent.core.config.ValueSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValuesTest {
    private final String[] found = new String[3];

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/t | {\"t\":1} | 1",
                "/t | {\"t\":\"a\\u0041\\n\"} | 'aA\n'",
                "/t | {\"t\":true} | true",
                "/t | {\"t\":-1.5e3} | -1.5e3",
                "/t | {\"a\":{\"t\":2},\"t\":1} | 1",
                "/a/t | {\"t\":1,\"a\":{\"x\":[1,{}],\"t\":2}} | 2",
                "/a/1 | {\"a\":[1,2,3]} | 2",
                "/0/t | [{\"t\":3}] | 3",
                "/a~1b/c~0d | {\"a/b\":{\"c~d\":4}} | 4",
                "/ | {\"\":5} | 5",
                "/t | {\"t\":1,\"t\":2} | 1",
                "/größe | {\"größe\":\"\uD83D\uDE00\"} | \uD83D\uDE00",
            })
    void aPointerLeadsToItsValue(String pointer, String json, String value) {
        assertThat(read(json, pointer)).isTrue();
        assertThat(found[0]).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/t | {}",
                "/t | {\"t\":null}",
                "/t | {\"t\":{}}",
                "/t | []",
                "/t | 1",
                "/t/u | {\"t\":1}",
                "/-1 | [1]"
            })
    void whatIsNotThereIsNull(String pointer, String json) {
        assertThat(read(json, pointer)).isTrue();
        assertThat(found[0]).isNull();
    }

    @Test
    void severalPointersAreReadInOnePass() {
        assertThat(read("{\"a\":{\"t\":1,\"u\":2},\"b\":3}", "/b", "/a/u", "/b"))
                .isTrue();
        assertThat(found).containsExactly("3", "2", "3");
    }

    @Test
    void readingEndsWithTheLastValue() {
        assertThat(read("{\"t\":1} and what is no JSON", "/t")).isTrue();
        assertThat(found[0]).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' ",
                "ping",
                "[DONE]",
                "{\"t\"",
                "{\"t\":",
                "{'t':1}",
                "{t:1}",
                "{\"x\":NaN,\"t\":1}",
                "{\"x\":01,\"t\":1}",
                "{\"x\":\"\\q\",\"t\":1}",
                "{\"x\":1,,\"t\":1}",
                "{\"x\":[1,2",
                "{\"x\" 1}",
                "}"
            })
    void whatIsNoJsonIsToldSo(String json) {
        assertThat(read(json, "/t")).isFalse();
    }

    @Test
    void aTextThatGoesOnBehindWhatIsReadIsNotMalformed() {
        byte[] json = "{\"t\":1,\"x\":\"and so on".getBytes(StandardCharsets.UTF_8);
        JsonValues values = new JsonValues(pointers("/t", "/u"));
        assertThat(values.read(json, json.length, true, found)).isTrue();
        assertThat(found[0]).isEqualTo("1");
        assertThat(values.read(json, json.length, false, found)).isFalse();
    }

    @Test
    void depthCostsNoStack() {
        String deep = "[".repeat(8_000);
        assertThat(read("{\"x\":" + deep + ",\"t\":1}", "/t")).isFalse();
        assertThat(read("{\"x\":" + "[".repeat(50) + "]".repeat(50) + ",\"t\":1}", "/t"))
                .isTrue();
        assertThat(found[0]).isEqualTo("1");
    }

    @Test
    void hugeNumbersAndNamesAreText() {
        String digits = "9".repeat(900);
        assertThat(read("{\"" + "n".repeat(5_000) + "\":-1e99999,\"t\":" + digits + "}", "/t"))
                .isTrue();
        assertThat(found[0]).isEqualTo(digits);
    }

    @Test
    void brokenUtf8IsReadOn() {
        byte[] json = "{\"x\":\"????\",\"t\":1}".getBytes(StandardCharsets.UTF_8);
        for (int[] broken :
                new int[][] {{0xc3, '?'}, {0xe2, 0x82}, {0xf0, 0x9f}, {0xff, 0xfe}, {0xed, 0xa0}, {0xc0, 0x80}}) {
            json[6] = (byte) broken[0];
            json[7] = (byte) broken[1];
            assertThat(new JsonValues(pointers("/t")).read(json, json.length, false, found))
                    .isTrue();
            assertThat(found[0]).isEqualTo("1");
        }
    }

    private boolean read(String json, String... pointers) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonValues(pointers(pointers)).read(bytes, bytes.length, false, found);
    }

    static List<JsonPointer> pointers(String... texts) {
        List<JsonPointer> pointers = new ArrayList<>();
        for (String text : texts) {
            Properties properties = new Properties();
            properties.setProperty("sse.agent.delivery.event.time", text);
            ValueSource source =
                    AgentConfig.load("", properties, Map.of()).delivery().eventTime();
            pointers.add(source.pointer());
        }
        while (pointers.size() < 3) {
            pointers.add(null);
        }
        return pointers;
    }

    @Test
    void utf8IsReadAsTheJdkReadsIt() throws Exception {
        String text = "aé€😀".repeat(300);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int size : new int[] {1, 2, 3, 7, 1024}) {
            StringBuilder read = new StringBuilder();
            char[] buffer = new char[size];
            Utf8Reader reader = new Utf8Reader(bytes, bytes.length);
            for (int n = reader.read(buffer, 0, size); n >= 0; n = reader.read(buffer, 0, size)) {
                read.append(buffer, 0, n);
            }
            assertThat(read.toString()).isEqualTo(text);
        }
        assertThat(new Utf8Reader(Arrays.copyOf(bytes, 2), 2).read(new char[4], 0, 4))
                .isEqualTo(2);
    }
}
