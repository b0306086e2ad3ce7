package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.method;
import static io.sseagent.tooling.MethodPattern.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentInstallerTest {
    private static final TestModule AROUND_ALL = TestModule.ofResponse(binder -> {
        binder.advise(named("write"), TestAdvice.named("Around"));
        binder.advise(named("sum"), TestAdvice.named("Around"));
        binder.advise(method("fail", "java.lang.String"), TestAdvice.named("Around"));
    });

    private RecordingTracker tracker;

    @BeforeEach
    void install() {
        tracker = RecordingTracker.install();
    }

    @AfterEach
    void uninstall() {
        tracker.close();
    }

    @Test
    void advice_runs_around_the_method_whose_result_stays() {
        try (Installation installed = Installation.of(AROUND_ALL)) {
            LibraryResponse response = LibraryResponse.in(new LibraryLoader());

            assertThat(response.write((byte) 1, (byte) 0, (byte) 2)).isEqualTo(2);
            assertThat(tracker.told).containsExactly("enter", "exit");
            assertThat(response.write()).isEqualTo(-1);
            assertThat(response.writeText("az")).isEqualTo("lowhigh");
            assertThat(response.sum(1, 2.5, "a", null)).isEqualTo(4);
            assertThat(tracker.told).hasSize(8).doesNotContain("thrown");
            TapReport report = installed.report(response.type().getClassLoader());
            assertThat(report.status()).isEqualTo(TapStatus.MATCHED);
            assertThat(report.failure()).isNull();
            assertThat(report.missing()).isEmpty();
        }
        assertThat(tracker.failures).isEmpty();
    }

    @Test
    void an_exception_of_the_application_passes_unchanged() {
        try (Installation installed = Installation.of(AROUND_ALL)) {
            LibraryResponse response = LibraryResponse.in(new LibraryLoader());

            assertThatThrownBy(() -> response.fail("mine"))
                    .isExactlyInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("mine");
            assertThat(tracker.told).containsExactly("enter", "thrown");
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
        }
    }

    @Test
    void nothing_but_method_bodies_changes() {
        Class<?> plain = LibraryResponse.in(new LibraryLoader()).type();
        try (Installation installed = Installation.of(AROUND_ALL)) {
            Class<?> woven = LibraryResponse.in(new LibraryLoader()).type();

            assertThat(installed.report(woven.getClassLoader()).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(shape(woven)).isEqualTo(shape(plain)).isNotEmpty();
        }
    }

    private static List<String> shape(Class<?> type) {
        Stream<Member> members = Stream.of(
                        type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
                .flatMap(Arrays::stream);
        return Stream.concat(
                        Stream.of(type.toGenericString(), type.getSuperclass() + Arrays.toString(type.getInterfaces())),
                        members.map(Member::toString))
                .sorted()
                .toList();
    }

    @Test
    void a_class_that_is_loaded_already_gets_its_advice() {
        LibraryResponse response = LibraryResponse.in(new LibraryLoader());
        response.write((byte) 1);
        assertThat(tracker.told).isEmpty();

        try (Installation installed = Installation.of(AROUND_ALL)) {
            assertThat(response.write((byte) 1)).isEqualTo(1);
            assertThat(tracker.told).containsExactly("enter", "exit");
            assertThat(response.written()).isEqualTo(2);
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
        }
    }

    @Test
    void uninstalling_gives_the_class_its_own_code_back() {
        Installation installed = Installation.of(AROUND_ALL);
        LibraryResponse response = LibraryResponse.in(new LibraryLoader());
        response.write((byte) 1);
        tracker.told.clear();

        installed.close();

        assertThat(response.write((byte) 1)).isEqualTo(1);
        assertThat(LibraryResponse.in(new LibraryLoader()).write((byte) 1)).isEqualTo(1);
        assertThat(tracker.told).isEmpty();
        assertThat(installed.reports(response.type().getClassLoader())).isEmpty();
    }

    @Test
    void what_is_bound_first_is_entered_first_and_left_last() {
        TestModule both = TestModule.ofResponse(binder -> {
            binder.advise(method("write", "byte[]", "int", "int"), TestAdvice.named("Around"));
            binder.advise(method("write", "byte[]", "int", "int"), TestAdvice.named("Second"));
        });
        TestModule third = TestModule.of(
                "other-1.0",
                LibraryResponse.TYPE,
                binder -> binder.advise(method("write", "byte[]", "int", "int"), TestAdvice.named("Counting")));
        try (Installation installed = Installation.of(both, third)) {
            LibraryLoader loader = new LibraryLoader();
            assertThat(LibraryResponse.in(loader).write((byte) 1, (byte) 1)).isEqualTo(2);
            assertThat(tracker.told).containsExactly("enter", "second enter", "status 2", "second exit", "exit");
            assertThat(installed.reports(loader))
                    .extracting(TapReport::tapName)
                    .containsExactly("library-1.0", "other-1.0");
        }
    }

    @Test
    void a_class_of_two_loaders_is_reported_twice() {
        try (Installation installed = Installation.of(AROUND_ALL)) {
            LibraryResponse one = LibraryResponse.in(new LibraryLoader());
            LibraryResponse other = LibraryResponse.in(new LibraryLoader());

            one.write((byte) 1);
            other.write((byte) 1);

            assertThat(tracker.told).hasSize(4);
            assertThat(installed.status(one)).isEqualTo(TapStatus.MATCHED);
            assertThat(installed.status(other)).isEqualTo(TapStatus.MATCHED);
        }
    }

    @Test
    void a_class_that_was_never_loaded_has_no_report() {
        TestModule absent = TestModule.of(
                "absent-1.0",
                "org.example.Absent",
                binder -> binder.advise(named("write"), TestAdvice.named("Around")));
        try (Installation installed = Installation.of(absent)) {
            assertThat(installed.taps.reports()).isEmpty();
        }
    }

    @Test
    void a_disabled_module_is_reported_and_touches_nothing() {
        try (Installation installed = Installation.without(Set.of("library-1.0", "unknown"), AROUND_ALL)) {
            LibraryResponse.in(new LibraryLoader()).write((byte) 1);

            assertThat(tracker.told).isEmpty();
            assertThat(installed.report(null).status()).isEqualTo(TapStatus.DISABLED);
            assertThat(installed.report(null).tapName()).isEqualTo("library-1.0");
            assertThat(installed.report(null).libraryVersion()).isEqualTo("unknown");
        }
    }
}
