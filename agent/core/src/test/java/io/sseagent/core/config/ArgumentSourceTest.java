package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentSourceTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", ",", " , ,,", "\n"})
    void no_arguments_are_no_problem(String arguments) {
        AgentConfig config = given().arguments(arguments).load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.givenSettings()).isEmpty();
    }

    @Test
    void spaces_and_stray_commas_do_no_harm() {
        AgentConfig config = given().arguments(", port = 1 ,, path=/a=b ,").load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.exporter().port()).isEqualTo(1);
        assertThat(config.exporter().path()).isEqualTo("/a=b");
    }

    @Test
    void an_escaped_comma_belongs_to_the_value_and_other_backslashes_stay() {
        AgentConfig config = given().arguments("path=/a\\,b\\c\\\\d\\").load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.exporter().path()).isEqualTo("/a,b\\c\\\\d\\");
    }

    @Test
    void the_last_of_two_values_wins_and_is_reported() {
        AgentConfig config = given().arguments("port=1,host=::1,port=2").load();

        assertThat(config.exporter().port()).isEqualTo(2);
        assertThat(config.problems())
                .containsExactly("port (argument): given more than once; the last value is used, 2");
    }

    @Test
    void two_spellings_of_one_instrumentation_are_one_key() {
        AgentConfig config = given().arguments(
                        "instrumentation.jdk_httpserver.enabled=false,instrumentation.JDK-HttpServer.enabled=true")
                .load();

        assertThat(config.instrumentation().isEnabled("jdk-httpserver")).isTrue();
        assertThat(config.problems())
                .containsExactly("instrumentation.jdk-httpserver.enabled (argument):"
                        + " given more than once; the last value is used, true");
    }

    @Test
    void a_key_without_value_is_reported() {
        AgentConfig config = given().arguments("port,=5,9500,prot").load();

        assertThat(config.exporter().port()).isEqualTo(9464);
        assertThat(config.problems())
                .containsExactly(
                        "port (argument): ignored, because it has no value; write port=...",
                        "unknown key  (argument): ignored",
                        "unknown key 9500 (argument): ignored",
                        "unknown key prot (argument): ignored; did you mean port?");
    }

    @Test
    void a_megabyte_of_arguments_is_one_short_problem() {
        char[] commas = new char[1 << 20];
        Arrays.fill(commas, 'p');

        AgentConfig config = given().arguments(new String(commas) + ",port=1").load();

        assertThat(config.exporter().port()).isEqualTo(9464);
        assertThat(config.problems())
                .containsExactly("the agent arguments are 1048583 characters long, more than 65536:"
                        + " all of them are ignored");
    }

    @Test
    void the_longest_accepted_arguments_with_the_longest_names_end_in_time_and_short() {
        char[] letters = new char[ArgumentSource.MAX_LENGTH - 7];
        Arrays.fill(letters, 'p');

        AgentConfig config = given().arguments("port=1," + new String(letters)).load();

        assertThat(config.exporter().port()).isEqualTo(1);
        assertThat(config.problems()).hasSize(1);
        assertThat(config.problems().get(0)).contains("(65529 characters)").hasSizeLessThan(200);
    }
}
