package io.sseagent.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachOptionsTest {

    @Test
    void settings_become_agent_arguments() throws CommandFailure {
        AttachOptions options = AttachOptions.parse(Arrays.asList("4711", "port=9999", "host=127.0.0.1"));

        assertThat(options.pid()).isEqualTo(4711);
        assertThat(options.agentArguments()).isEqualTo("port=9999,host=127.0.0.1");
    }

    @Test
    void a_pid_alone_gives_no_arguments() throws CommandFailure {
        assertThat(AttachOptions.parse(Collections.singletonList("1")).agentArguments())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-3", "0", "12x", "99999999999999999999"})
    void what_is_no_pid_is_wrong_usage(String word) {
        CommandFailure failure =
                catchThrowableOfType(CommandFailure.class, () -> AttachOptions.parse(Collections.singletonList(word)));

        assertThat(failure).hasMessageContaining("\"" + word + "\" is not a process id");
        assertThat(failure.exitCode()).isEqualTo(CommandLine.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9464", "=9464", "--port"})
    void what_is_no_setting_is_wrong_usage(String word) {
        CommandFailure failure =
                catchThrowableOfType(CommandFailure.class, () -> AttachOptions.parse(Arrays.asList("4711", word)));

        assertThat(failure).hasMessageContaining("\"" + word + "\" is not key=value");
        assertThat(failure.exitCode()).isEqualTo(CommandLine.USAGE);
    }
}
