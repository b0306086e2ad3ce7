package io.sseagent.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A slice of coverage-guided fuzzing in a JVM of its own. A finding stays in {@code target/fuzz} with the input that shows it; {@code -Dfuzz.seed}
 * repeats a run, the profile {@code fuzz} makes it ten million inputs with a new seed each time.
 */
class FuzzTest {
    private static final Path WORK = Path.of(System.getProperty("fuzz.work"));
    private static final Path SEEDS = Path.of(System.getProperty("fuzz.seeds"));

    @ParameterizedTest
    @EnumSource
    void nothing_is_found(Target target) throws Exception {
        long asked = Long.getLong("fuzz.seed");
        long seed = asked != 0 ? asked : 1 + new SecureRandom().nextInt(Integer.MAX_VALUE - 1);
        System.out.println("fuzzing " + target + " with " + target.inputs + " inputs, -Dfuzz.seed=" + seed);

        Path log = run(target, seed);

        assertThat(log).content().contains("stat::number_of_executed_units: " + target.inputs);
    }

    private static Path run(Target target, long seed) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(WORK.resolve(target.folder()));
        Path log = folder.resolve("output.log");
        Process fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.className,
                        "--instrumentation_includes=io.sseagent.**",
                        "--custom_hook_includes=io.sseagent.**",
                        // a configuration names files, that is what it is for
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-runs=" + target.inputs,
                        "-seed=" + seed,
                        "-max_len=600",
                        "-use_value_profile=1",
                        "-print_final_stats=1",
                        Files.createDirectories(folder.resolve("corpus")).toString(),
                        SEEDS.resolve(target.folder()).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(fuzzer.waitFor(1 + target.inputs / 100_000, TimeUnit.HOURS))
                    .isTrue();
            assertThat(fuzzer.exitValue())
                    .as(() -> "seed " + seed + ":\n" + content(log))
                    .isZero();
        } finally {
            fuzzer.destroyForcibly();
        }
        return log;
    }

    private static String content(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
