package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A short run of the jcstress tests in {@code agent/concurrency} on every JDK: a fact for each of them. Profile {@code jcstress}. */
@Tag("jcstress")
class ConcurrencyTest {
    private static final String JAR =
            Path.of(System.getProperty("concurrency.jar")).normalize().toString();
    private static final Pattern TEST = Pattern.compile("io\\.sseagent\\.concurrency\\.\\w+");
    private static final Pattern RESULT =
            Pattern.compile("\\[([A-Z ]+)] (io\\.sseagent\\.concurrency\\.\\w+)\\s+Results across all");

    @TestFactory
    Stream<DynamicContainer> every_outcome_is_an_acceptable_one() {
        return Jdk.all().stream().map(ConcurrencyTest::on);
    }

    private static DynamicContainer on(Jdk jdk) {
        String listed = run(jdk, "-l");
        String output = run(
                jdk,
                "-v",
                "-jvmArgs",
                "-Xmx256m",
                "-hs",
                "128",
                "-sc",
                "false",
                "-f",
                "1",
                "-iters",
                "3",
                "-time",
                "100");
        List<String> accepted = RESULT.matcher(output)
                .results()
                .filter(result -> result.group(1).equals("OK"))
                .map(result -> result.group(2))
                .toList();
        return DynamicContainer.dynamicContainer(
                jdk.toString(),
                TEST.matcher(listed)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .map(test -> DynamicTest.dynamicTest(
                                test.substring(test.lastIndexOf('.') + 1),
                                () -> assertThat(accepted).as(output).contains(test))));
    }

    private static String run(Jdk jdk, String... options) {
        Path folder = ForkedJvm.folder("jcstress");
        Path log = folder.resolve("output.log");
        List<String> command = new ArrayList<>(List.of(jdk.tool("java"), "-jar", JAR, "-r", folder.toString()));
        command.addAll(List.of(options));
        try {
            // in the folder, because it leaves a file where it runs
            Process jcstress = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = jcstress.waitFor(15, TimeUnit.MINUTES);
            jcstress.destroyForcibly();
            assertThat(ended).isTrue();
            return Files.readString(log);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
