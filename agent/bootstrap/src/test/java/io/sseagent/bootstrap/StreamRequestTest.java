package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamRequestTest {
    private final StreamRequest request = new StreamRequest("tomcat");

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(request.server()).isEqualTo("tomcat");
        assertThat(request.method()).isNull();
        assertThat(request.path()).isNull();
        assertThat(request.protocol()).isNull();
        assertThat(request.route()).isNull();
        assertThat(request.remoteAddress()).isNull();
        assertThat(request.elapsedNanos()).isNegative();
        assertThat(request.isPickedUp()).isFalse();
        assertThat(request.isEncoded()).isFalse();
        for (int i = 0; i < StreamRequest.headerCount(); i++) {
            assertThat(request.header(i)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/app, /app/orders/47/events, /orders, /47/events, /orders/*",
        "/app, /app/orders, /orders, '', /orders/*",
        "/app, /app/orders/old/47, /orders/old, /47, /orders/old/*",
        "/app, /app/json, /json, , /json",
        "'', /json, /json, , /json",
        "/, /json, /json, , /json"
    })
    void thePatternThatHasMatchedIsFoundAmongThoseOfTheServlet(
            String context, String uri, String servletPath, String pathInfo, String pattern) {
        request.mapped(context, uri, List.of("/", "/orders/*", "*.do", "/json", "/orders/old/*", "/*"));

        assertThat(request.servletPath()).isEqualTo(servletPath);
        assertThat(request.pathInfo()).isEqualTo(pathInfo);
        assertThat(request.isMapped(pattern)).isTrue();
        assertThat(request.isMapped("/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/ordersX", "/app/a.do", "/other/json"})
    void noPatternIsMadeUp(String uri) {
        request.mapped("/app", uri, List.of("/", "/orders/*", "*.do", "/json", "/*"));

        assertThat(request.servletPath()).isNull();
    }

    @Test
    void everyHeaderHasItsOwnIndexAndName() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < StreamRequest.headerCount(); i++) {
            names.add(StreamRequest.headerName(i));
            request.header(i, "value " + i);
        }

        assertThat(names).hasSize(StreamRequest.headerCount());
        for (int i = 0; i < StreamRequest.headerCount(); i++) {
            assertThat(request.header(i)).isEqualTo("value " + i);
        }
        assertThat(StreamRequest.headerName(StreamRequest.LAST_EVENT_ID)).isEqualTo("Last-Event-ID");
        assertThat(StreamRequest.headerName(StreamRequest.RECONNECT_TIMESTAMP)).isEqualTo("X-Reconnect-Timestamp");
        assertThat(StreamRequest.headerName(StreamRequest.USER_AGENT)).isEqualTo("User-Agent");
        assertThat(StreamRequest.headerName(StreamRequest.FORWARDED_FOR)).isEqualTo("X-Forwarded-For");
        assertThat(StreamRequest.headerName(StreamRequest.AUTHORIZATION)).isEqualTo("Authorization");
        assertThat(StreamRequest.headerName(StreamRequest.TRACEPARENT)).isEqualTo("traceparent");
    }

    @Test
    void aMappingIsTheServletsOwnPatternOnly() {
        assertThat(request.isMapped("/feed")).isFalse();

        request.servlet("/shop", "/feed", null, new String[] {"/other", "/feed"});

        assertThat(request.isMapped("/feed")).isTrue();
        assertThat(request.isMapped("/fee")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/feed?topic=a/b, /feed",
        "/feed, /feed",
        "http://host:80/feed/1?x, /feed/1",
        "http://host, /",
        "http://host?x, /",
        "*, *",
    })
    void aRequestTargetHasAPath(String target, String path) {
        assertThat(StreamRequest.pathOf(target)).isEqualTo(path);
        assertThat(StreamRequest.pathOf(null)).isNull();
    }
}
