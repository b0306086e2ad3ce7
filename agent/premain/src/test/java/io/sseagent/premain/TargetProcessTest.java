package io.sseagent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TargetProcessTest {

    @Test
    void the_user_is_the_effective_one() {
        assertThat(TargetProcess.userId("Name:\tjava\nUid:\t1000\t1001\t1002\t1003\nGid:\t5\t5\t5\t5\n"))
                .isEqualTo("1001");
    }

    @Test
    void sigquit_is_the_third_bit_of_the_caught_signals() {
        assertThat(TargetProcess.catchesQuit("SigCgt:\t2000000181005ccf\n")).isTrue();
        assertThat(TargetProcess.catchesQuit("SigCgt:\t8000000181005ccb\n")).isFalse();
    }

    @Test
    void a_status_without_signals_proves_nothing() {
        assertThat(TargetProcess.catchesQuit("Name:\tjava\n")).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void this_jvm_could_be_attached_to() {
        assertThat(TargetProcess.of(ProcessHandle.current().pid()).obstacle()).isNull();
        assertThat(TargetProcess.ownPid())
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_that_ended_is_missing() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(TargetProcess.of(process.pid()).obstacle()).startsWith("there is no process " + process.pid());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_that_is_no_jvm_gets_no_signal() throws Exception {
        Process process = new ProcessBuilder("cat").start();
        try {
            assertThat(TargetProcess.of(process.pid()).obstacle()).contains("it is not a JVM");
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroy();
        }
    }
}
