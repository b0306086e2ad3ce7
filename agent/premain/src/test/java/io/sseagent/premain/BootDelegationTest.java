package io.sseagent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootDelegationTest {
    private static final String OSGI = "org.osgi.framework.bootdelegation";
    private static final String JBOSS = "jboss.modules.system.pkgs";

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

    @Test
    void an_osgi_list_is_extended_but_never_started() {
        System.clearProperty(OSGI);
        BootDelegation.extend();
        assertThat(System.getProperty(OSGI)).isNull();

        System.setProperty(OSGI, "sun.*");
        BootDelegation.extend();
        assertThat(System.getProperty(OSGI)).isEqualTo("sun.*,io.sseagent.bootstrap");
        assertThat(System.getProperty(JBOSS)).isEqualTo("io.sseagent.bootstrap");
    }

    @AfterEach
    void clear() {
        System.clearProperty(OSGI);
        System.clearProperty(JBOSS);
    }
}
