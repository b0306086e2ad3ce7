package io.sseagent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootDelegationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | io.sseagent.bootstrap",
                "'' | io.sseagent.bootstrap",
                "org.jboss.byteman,com.acme.* | org.jboss.byteman,com.acme.*,io.sseagent.bootstrap",
                "com.acme, io.sseagent.bootstrap | com.acme, io.sseagent.bootstrap",
                "io.sseagent.bootstrapped | io.sseagent.bootstrapped,io.sseagent.bootstrap"
            },
            nullValues = "null")
    void the_bridge_is_appended_once_and_nothing_is_lost(String before, String after) {
        assertThat(BootDelegation.extended(before)).isEqualTo(after);
    }
}
