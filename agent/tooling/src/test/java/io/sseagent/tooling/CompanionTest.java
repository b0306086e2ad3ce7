package io.sseagent.tooling;

import static io.sseagent.tooling.MethodPattern.method;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompanionTest {
    private static final String BESIDE_IT = "io.sseagent.tooling.library.Message";

    private final LibraryLoader loader = new LibraryLoader();

    @Test
    void a_tap_whose_companion_is_missing_is_not_there_and_not_unmatched() {
        try (RecordingTracker tracker = RecordingTracker.install();
                Installation installed = Installation.of(withCompanion("io.sseagent.tooling.library.NoSuchClass"))) {
            LibraryResponse.in(loader).write((byte) 1);
            assertThat(installed.reports(loader)).isEmpty();
            assertThat(tracker.told).isEmpty();
        }
    }

    @Test
    void a_tap_whose_companion_is_there_is_woven() {
        try (RecordingTracker tracker = RecordingTracker.install();
                Installation installed = Installation.of(withCompanion(BESIDE_IT))) {
            LibraryResponse.in(loader).write((byte) 1);
            assertThat(installed.report(loader).status()).isEqualTo(TapStatus.MATCHED);
            assertThat(tracker.told).containsExactly("enter", "exit");
        }
    }

    private static InstrumentationModule withCompanion(String companionName) {
        return TestModule.of(
                "library-1.0",
                LibraryResponse.TYPE,
                companionName,
                binder -> binder.advise(method("write", "byte[]", "int", "int"), TestAdvice.named("Around")));
    }
}
