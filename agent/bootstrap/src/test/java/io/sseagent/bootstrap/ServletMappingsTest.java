package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServletMappingsTest {
    private final Object response = new Object();

    @Test
    void a_stream_has_the_mapping_that_was_kept_for_its_response() {
        ServletMappings.keep(response, "/app", "/orders", "/4711", new String[] {"/orders/*"});
        StreamRequest request = new StreamRequest("any");
        ServletMappings.describe(response, request);

        assertThat(request.contextPath()).isEqualTo("/app");
        assertThat(request.servletPath()).isEqualTo("/orders");
        assertThat(request.pathInfo()).isEqualTo("/4711");
        assertThat(request.isMapped("/orders/*")).isTrue();
    }

    @Test
    void it_is_told_once_because_responses_are_used_again() {
        ServletMappings.keep(response, "/app", "/orders", null, null);
        ServletMappings.describe(response, new StreamRequest("any"));
        StreamRequest next = new StreamRequest("any");
        ServletMappings.describe(response, next);

        assertThat(next.servletPath()).isNull();
    }

    @Test
    void others_have_none() {
        ServletMappings.keep(response, "/app", "/orders", null, null);
        StreamRequest other = new StreamRequest("any");
        ServletMappings.describe(new Object(), other);
        ServletMappings.describe(null, other);

        assertThat(other.contextPath()).isNull();
    }
}
