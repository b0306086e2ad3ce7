package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every advice of every tap throws in turn, and the application's answers stay what they are without the agent. Which advice there
 * is comes from the jar: one that no server here runs fails this test until a server does.
 */
class AdviceFaultTest {
    /** What has a younger twin below, with sources of the same shape: half a minute. */
    private static final List<Launch> UNDER_THE_PROFILE = List.of(JaxRs.JERSEY_OLDEST, JavalinApp.V3, JavalinApp.V6);

    private static final Set<String> TAPS_UNDER_THE_PROFILE = Set.of("jersey-javax", "javalin");
    private static final Set<String> PROVED = new ConcurrentSkipListSet<>();
    private static final AtomicInteger LAUNCHES_LEFT =
            new AtomicInteger((int) launches().filter(Matrix::hasJdkFor).count());

    static Stream<Launch> launches() {
        return Stream.concat(always(), Matrix.isFull() ? UNDER_THE_PROFILE.stream() : Stream.empty());
    }

    private static Stream<Launch> always() {
        return Stream.of(
                Tomcat.of("7.0.109"),
                Tomcat.of("11.0.24"),
                TestApp.JDK_HTTPSERVER,
                GrizzlyApp.V4_0,
                Jetty.lowest(),
                JettyCore.newestWithServlets(),
                UnknownContainer.JAVAX,
                UnknownContainer.JAKARTA,
                JaxRs.JERSEY_NEWEST,
                JaxRs.RESTEASY_NEWEST,
                JaxRs.CXF_NEWEST,
                JavalinApp.V7,
                NettyApp.oldest(),
                NettyApp.newest(),
                SpringApp.WEBFLUX_6,
                FrameworkApp.VERTX_4,
                FrameworkApp.VERTX_5,
                FrameworkApp.MICRONAUT_3,
                FrameworkApp.MICRONAUT_4,
                FrameworkApp.KTOR_NEWEST,
                QuarkusApp.NEWEST,
                UndertowApp.newest(),
                UndertowApp.newestWithServlets(),
                HelidonApp.NEWEST);
    }

    /** Several at once, because each mostly waits for the agent's thread, which looks after failing hooks once a second. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}")
    @MethodSource("launches")
    void a_hook_that_throws_is_switched_off_alone_and_the_application_notices_nothing(Launch launch)
            throws IOException {
        PROVED.addAll(AdviceFaults.prove(launch, Matrix.jdks(launch).findFirst().orElseThrow()));
        LAUNCHES_LEFT.decrementAndGet();
    }

    @AfterAll
    static void no_advice_of_the_jar_is_left_out() throws IOException {
        if (LAUNCHES_LEFT.get() > 0) {
            return;
        }
        Set<String> elsewhere = launches()
                .filter(launch -> !Matrix.hasJdkFor(launch))
                .map(Launch::tap)
                .collect(Collectors.toCollection(TreeSet::new));
        elsewhere.addAll(DistributionFaultTest.TAPS);
        elsewhere.add(JdkConcurrencyFaultTest.TAP);
        Set<String> here = AdviceFaults.adviceInJar();
        here.removeIf(advice -> elsewhere.contains(Hooks.tap(advice)));
        if (!Matrix.isFull()) {
            here.removeIf(advice -> !PROVED.contains(advice) && TAPS_UNDER_THE_PROFILE.contains(Hooks.tap(advice)));
        }
        assertThat(PROVED).as("add a server that runs it to launches()").isEqualTo(here);
    }
}
