package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassVersionTest {
    private static final TestModule ALL = TestModule.ofResponse(binder -> {
        binder.advise(named("write"), TestAdvice.named("Around"));
        binder.advise(named("write"), TestAdvice.named("Failing"));
        binder.advise(named("sum"), TestAdvice.named("Failing"));
        binder.advise(named("sum"), TestAdvice.named("Around"));
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

    @ParameterizedTest(name = "class file version {0}, frames {1}")
    @CsvSource({"48,false", "49,false", "50,false", "50,true", "51,true", "52,true", "61,true"})
    void old_and_new_class_files_verify_and_run(int version, boolean frames) {
        byte[] classFile = LibraryLoader.withVersion(LibraryLoader.original("Response"), version, frames);
        try (Installation installed = Installation.of(ALL)) {
            LibraryLoader loader = new LibraryLoader();
            loader.define("Response", classFile);

            LibraryResponse response = LibraryResponse.in(loader);

            assertThat(response.write((byte) 1, (byte) 0)).isEqualTo(1);
            assertThat(response.write()).isEqualTo(-1);
            assertThat(response.writeText("az")).isEqualTo("lowhigh");
            assertThat(response.sum(1, 2.5, "a")).isEqualTo(3);
            assertThat(installed.status(response)).isEqualTo(TapStatus.MATCHED);
            assertThat(tracker.told).hasSize(8);
            assertThat(tracker.failures).hasSize(8);
        }
    }

    @Test
    void a_version_that_the_reader_does_not_know_yet_is_kept() {
        byte[] future = LibraryLoader.original("Response");
        future[7] = 120;
        TapReports reports = new TapReports();
        Tap tap = new Tap(ALL, ALL.types().get(0));
        Weaver weaver = new Weaver(getClass().getClassLoader(), reports, Collections.<String>emptySet());

        byte[] woven = weaver.weave(
                List.of(tap),
                new TappedClass(LibraryResponse.TYPE.replace('.', '/'), new LibraryLoader(), null, future));

        assertThat(reports.snapshot()).extracting(TapReport::status).containsExactly(TapStatus.MATCHED);
        assertThat(woven[7]).isEqualTo((byte) 120);
        assertThat(future[7]).isEqualTo((byte) 120);
        woven[7] = 61;
        LibraryLoader loader = new LibraryLoader();
        loader.define("Response", woven);
        assertThat(LibraryResponse.in(loader).write((byte) 1)).isEqualTo(1);
        assertThat(tracker.told).contains("enter", "exit");
    }
}
