package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.method;
import static io.sseagent.tooling.MethodPattern.named;
import static io.sseagent.tooling.MethodPattern.startingWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodPatternTest {
    private static final String BYTES_AND_RANGE = "([BII)V";

    @Test
    void arguments_are_compared_one_by_one() {
        assertThat(method("write", "byte[]", "int", "int").fits("write", BYTES_AND_RANGE))
                .isTrue();
        assertThat(method("write", "byte[]", "int").fits("write", BYTES_AND_RANGE))
                .isFalse();
        assertThat(method("write", "byte[]", "int", "long").fits("write", BYTES_AND_RANGE))
                .isFalse();
        assertThat(method("writeAll", "byte[]", "int", "int").fits("write", BYTES_AND_RANGE))
                .isFalse();
    }

    @Test
    void without_arguments_means_none() {
        assertThat(method("recycle").fits("recycle", "()V")).isTrue();
        assertThat(method("recycle").fits("recycle", "(Z)V")).isFalse();
        assertThat(named("recycle").fits("recycle", "(Z)V")).isTrue();
        assertThat(named("recycle").fits("recycle", "()V")).isTrue();
    }

    @Test
    void leading_arguments_leave_the_rest_open() {
        MethodPattern pattern = startingWith("write", "byte[]");
        assertThat(pattern.fits("write", BYTES_AND_RANGE)).isTrue();
        assertThat(pattern.fits("write", "([B)V")).isTrue();
        assertThat(pattern.fits("write", "([[B)V")).isFalse();
        assertThat(pattern.fits("write", "(I[B)V")).isFalse();
    }

    @Test
    void every_kind_of_type_has_its_descriptor() {
        assertThat(method("all", "boolean", "char", "short", "long", "float", "double", "byte", "a.B$C[][]", "x.Y")
                        .fits("all", "(ZCSJFDB[[La/B$C;Lx/Y;)I"))
                .isTrue();
    }

    @Test
    void a_pattern_reads_as_in_source() {
        assertThat(method("write", "byte[]", "int")).hasToString("write(byte[], int)");
        assertThat(startingWith("write", "byte[]")).hasToString("write(byte[], ..)");
        assertThat(named("write")).hasToString("write(..)");
    }
}
