import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;

/** Uses the libraries that the agent bundles, in other versions, and says where each came from. */
public final class LibrariesApp {
    public static void main(String[] arguments) throws Exception {
        Class<?> generated = new ByteBuddy()
                .subclass(Object.class)
                .method(ElementMatchers.named("toString"))
                .intercept(FixedValue.value("generated"))
                .make()
                .load(LibrariesApp.class.getClassLoader())
                .getLoaded();
        System.out.println(generated.getConstructor().newInstance() + " " + origin(ByteBuddy.class));

        Counter counter = Counter.builder().name("orders_total").help("Orders").register();
        counter.inc();
        System.out.println("metrics " + PrometheusRegistry.defaultRegistry.scrape().size() + " " + origin(Counter.class));

        // fails if anyone else has set or read the global instance before
        GlobalOpenTelemetry.set(OpenTelemetry.noop());
        System.out.println("telemetry " + origin(OpenTelemetry.class));
    }

    private static String origin(Class<?> type) {
        String location = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
