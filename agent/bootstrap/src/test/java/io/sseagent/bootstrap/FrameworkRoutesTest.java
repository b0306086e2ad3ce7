package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameworkRoutesTest {
    @BeforeEach
    void install() {
        SseStreams.install(new RecordingTracker(null));
    }

    @AfterEach
    void uninstall() {
        FrameworkRoutes.ends();
        SseStreams.install(null);
    }

    private static StreamRequest opened() {
        StreamRequest request = new StreamRequest("grizzly").servlet("/app", "/rest", "/orders/1", null);
        SseStreams.opened(request);
        return request;
    }

    @Test
    void a_stream_that_opens_meanwhile_has_the_template_behind_the_base_and_no_other_path() {
        assertThat(FrameworkRoutes.begins("/app/rest/", "/orders/{id}")).isTrue();
        StreamRequest request = opened();

        assertThat(request.route()).isEqualTo("/orders/{id}");
        assertThat(request.routePrefix()).isEqualTo("/app/rest/");
        assertThat(request.contextPath()).isNull();
        assertThat(request.servletPath()).isNull();
    }

    @Test
    void without_a_base_the_template_is_behind_the_context_path() {
        FrameworkRoutes.begins(null, "/rest/orders/{id}");
        StreamRequest request = opened();

        assertThat(request.route()).isEqualTo("/rest/orders/{id}");
        assertThat(request.routePrefix()).isNull();
        assertThat(request.contextPath()).isEqualTo("/app");
        assertThat(request.servletPath()).isNull();
        assertThat(request.pathInfo()).isNull();
    }

    @Test
    void one_that_begins_behind_the_servlet_needs_a_server_that_knows_its_mapping() {
        FrameworkRoutes.begins(FrameworkRoutes.SERVLET, "/orders/{id}");
        StreamRequest mapped = opened();

        assertThat(mapped.route()).isEqualTo("/orders/{id}");
        assertThat(mapped.routePrefix()).isNull();
        assertThat(mapped.contextPath()).isEqualTo("/app");
        assertThat(mapped.servletPath()).isEqualTo("/rest");
        assertThat(mapped.pathInfo()).isEqualTo("/orders/1");

        FrameworkRoutes.begins(FrameworkRoutes.SERVLET, "/orders/{id}");
        StreamRequest unmapped = new StreamRequest("grizzly");
        SseStreams.opened(unmapped);
        assertThat(unmapped.route()).isNull();
    }

    @Test
    void one_that_begins_below_another_is_behind_it_until_that_ends() {
        FrameworkRoutes.beginsBelow("/", "/orders/{id}/items");
        FrameworkRoutes.beginsBelow("/", "{item}/events");
        assertThat(opened().route()).isEqualTo("/orders/{id}/items/{item}/events");

        FrameworkRoutes.beginsBelow("/", "/orders");
        FrameworkRoutes.ends();
        FrameworkRoutes.beginsBelow("/", "/plain");
        assertThat(opened().route()).isEqualTo("/plain");
    }

    @Test
    void what_has_begun_can_be_kept_for_another_thread() {
        Object output = new Object();
        FrameworkRoutes.keepBegun(output);
        assertThat(FrameworkRoutes.beginsKept(output)).isFalse();

        FrameworkRoutes.begins("/app/", "/orders");
        FrameworkRoutes.keepBegun(output);
        FrameworkRoutes.ends();
        assertThat(FrameworkRoutes.beginsKept(output)).isTrue();
        StreamRequest request = opened();
        assertThat(request.route()).isEqualTo("/orders");
        assertThat(request.routePrefix()).isEqualTo("/app/");
    }

    @Test
    void it_holds_for_one_stream_and_no_longer_than_to_its_end() {
        FrameworkRoutes.begins(null, "/orders");
        opened();
        assertThat(opened().route()).isNull();

        FrameworkRoutes.begins(null, "/orders");
        FrameworkRoutes.ends();
        assertThat(opened().route()).isNull();
    }

    @Test
    void what_is_refused_meanwhile_has_it_too() {
        FrameworkRoutes.begins("/", "/orders");
        StreamRequest request = new StreamRequest("grizzly");
        SseStreams.refused(request, 503);

        assertThat(request.route()).isEqualTo("/orders");
    }

    @Test
    void what_the_server_has_from_its_own_framework_stays_unless_a_base_is_known() {
        FrameworkRoutes.begins(null, "/orders");
        assertThat(openedBySpring().route()).isEqualTo("/spring");
        FrameworkRoutes.begins(FrameworkRoutes.SERVLET, "/orders");
        assertThat(openedBySpring().route()).isEqualTo("/spring");
        FrameworkRoutes.begins("/app", "/orders");
        assertThat(openedBySpring().route()).isEqualTo("/orders");
    }

    private static StreamRequest openedBySpring() {
        StreamRequest request = new StreamRequest("tomcat")
                .servlet("/app", "/rest", "/spring", null)
                .route("/spring");
        SseStreams.opened(request);
        return request;
    }

    @Test
    void another_thread_has_none_also_in_the_same_slot() throws InterruptedException {
        FrameworkRoutes.begins("/", "/orders");
        for (int i = 0; i < 600; i++) {
            String[] seen = {"never"};
            Thread other = new Thread(() -> {
                seen[0] = opened().route();
                FrameworkRoutes.ends();
            });
            other.start();
            other.join();
            assertThat(seen[0]).isNull();
        }
        assertThat(opened().route()).isEqualTo("/orders");
    }

    @Test
    void what_is_kept_holds_until_the_stream_has_opened() {
        Object output = new Object();
        assertThat(FrameworkRoutes.beginsKept(output)).isFalse();
        FrameworkRoutes.keep(output, "/app/", "/orders");

        assertThat(FrameworkRoutes.beginsKept(output)).isTrue();
        FrameworkRoutes.ends();
        assertThat(FrameworkRoutes.beginsKept(output)).isTrue();
        assertThat(opened().route()).isEqualTo("/orders");
        assertThat(FrameworkRoutes.beginsKept(output)).isFalse();
    }

    @Test
    void who_has_begun_before_ends_it() {
        Object output = new Object();
        FrameworkRoutes.keep(output, "/app/", "/orders");
        FrameworkRoutes.begins("/app/", "/orders");
        assertThat(FrameworkRoutes.beginsKept(output)).isFalse();
        assertThat(opened().route()).isEqualTo("/orders");

        assertThat(FrameworkRoutes.beginsKept(output)).isFalse();
        assertThat(opened().route()).isNull();
    }

    @Test
    void templates_are_put_together_with_one_slash_between_them() {
        StringBuilder template = new StringBuilder();
        FrameworkRoutes.prepend(template, "");
        FrameworkRoutes.prepend(template, "events/");
        FrameworkRoutes.prepend(template, "{id}/");
        FrameworkRoutes.prepend(template, "/");
        FrameworkRoutes.prepend(template, "/orders");

        assertThat(template).hasToString("/orders/{id}/events/");
    }

    @Test
    void nothing_begins_while_nobody_observes_or_without_a_template() {
        assertThat(FrameworkRoutes.begins("/", null)).isFalse();
        SseStreams.install(null);
        assertThat(FrameworkRoutes.begins("/", "/orders")).isFalse();
    }

    @Test
    void a_request_allocates_nothing() {
        Object output = new Object();
        FrameworkRoutes.keep(output, "/", "/orders");
        FrameworkRoutes.beginsKept(output);
        opened();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int round = 0; round < 3; round++) {
            before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 10_000; i++) {
                FrameworkRoutes.begins("/", "/orders");
                FrameworkRoutes.ends();
                FrameworkRoutes.beginsBelow("/", "/orders");
                FrameworkRoutes.ends();
                FrameworkRoutes.beginsKept(output);
            }
        }
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(10_000);
    }
}
