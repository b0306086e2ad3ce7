package io.sseagent.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTemplatesTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "//, /",
        "/feed, /feed",
        "/feed/, /feed",
        "//feed///live, /feed/live",
        "feed, /feed",
        "/api/v2/events, /api/v2/events",
        "/v1/s3/oauth2/h2, /v1/s3/oauth2/h2",
        "/2024/05/31/news, /{id}/{id}/{id}/news",
        "/users/4711/feed;v=2, /users/{id}/feed",
        "/feed;jsessionid=A5B1F3B9C7D1E4, /feed",
        "/feed;jsessionid=A5B1F3B9C7D1E4/live;x=y;z, /feed/live",
        "/;jsessionid=1, /",
        "/;a/feed, /feed",
        "/rooms/f47ac10b-58cc-4372-a567-0e02b2c3d479/events, /rooms/{id}/events",
        "/rooms/01ARZ3NDEKTSV4RRFFQ69G5FAV, /rooms/{id}",
        "/inbox/alice@example.org, /inbox/{id}",
        "/files/my%20file, /files/{id}",
        "/%2e%2e/%2e%2e/etc, /{id}/{id}/etc",
        "/a/b/c/d/e/f/g/h, /a/b/c/d/e/f/g/h",
        "/a/b/c/d/e/f/g/h/, /a/b/c/d/e/f/g/h",
        "/a/b/c/d/e/f/g/h/i, /a/b/c/d/e/f/g/h/**",
        "/a/b/c/d/e/f/g/h/i/j/k, /a/b/c/d/e/f/g/h/**",
        "*, /*",
    })
    void aPathBecomesATemplate(String path, String template) {
        assertThat(RouteTemplates.collapse(path)).isEqualTo(template);
    }

    @Test
    void noPathIsTheRoot() {
        assertThat(RouteTemplates.collapse(null)).isEqualTo("/");
        assertThat(RouteTemplates.collapse("")).isEqualTo("/");
    }

    @Test
    void noPathMakesALongTemplate() {
        assertThat(RouteTemplates.collapse("/" + "x".repeat(1_000_000))).isEqualTo("/{id}");
        assertThat(RouteTemplates.collapse("/x".repeat(500_000))).isEqualTo("/x/x/x/x/x/x/x/x/**");
        assertThat(RouteTemplates.collapse("/" + "abcd".repeat(10)).length()).isEqualTo(41);
        assertThat(RouteTemplates.collapse("/".repeat(1_000_000))).isEqualTo("/");
    }

    @Test
    void hostileCharactersReachNoTemplate() {
        for (char c = 0; c < ' '; c++) {
            assertThat(RouteTemplates.collapse("/feed" + c + "/live")).isEqualTo("/{id}/live");
        }
        assertThat(RouteTemplates.collapse("/\ud800/\udfff")).isEqualTo("/{id}/{id}");
    }
}
