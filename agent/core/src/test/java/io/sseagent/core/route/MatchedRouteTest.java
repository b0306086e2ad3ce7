package io.sseagent.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.StreamRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchedRouteTest {

    @Test
    void aFrameworksPatternStandsBehindContextAndServlet() {
        assertThat(MatchedRoute.of(request().route("/users/{id}"))).isEqualTo("/users/{id}");
        assertThat(MatchedRoute.of(request().route("users/{id}"))).isEqualTo("/users/{id}");
        assertThat(MatchedRoute.of(request().route("/users/{id}").servlet("/shop", "/users/7", null, null)))
                .isEqualTo("/shop/users/{id}");
        assertThat(MatchedRoute.of(request().route("/users/{id}").servlet("/shop", "/api", "/users/7", null)))
                .isEqualTo("/shop/api/users/{id}");
    }

    @Test
    void aRouterMayHangBelowAnother() {
        assertThat(MatchedRoute.of(request().route("/orders/:id").routePrefix("/shop/")))
                .isEqualTo("/shop/orders/:id");
        assertThat(MatchedRoute.of(request().route("/orders/:id").routePrefix("/")))
                .isEqualTo("/orders/:id");
        assertThat(MatchedRoute.of(request().route("/orders").routePrefix("/tenants/4711")))
                .isEqualTo("/tenants/{id}/orders");
        assertThat(MatchedRoute.of(request().route("/events").routePrefix("/channels/{name}")))
                .isEqualTo("/channels/{name}/events");
        assertThat(MatchedRoute.of(request().route("/events").routePrefix("/channels/{4711}/{id: \\d+}")))
                .isEqualTo("/channels/{id}/{id}/events");
        assertThat(MatchedRoute.of(request().route("").routePrefix("/shop"))).isEqualTo("/shop");
        assertThat(MatchedRoute.of(request().route("/").routePrefix("/shop"))).isEqualTo("/shop");
        assertThat(MatchedRoute.of(request().route("/").routePrefix("/"))).isEqualTo("/");
        assertThat(MatchedRoute.of(request().route("/orders").routePrefix("/tenants/%34")))
                .isNull();
    }

    @Test
    void aTemplateMayBeWholeAlready() {
        String whole = "/shop/api/users/{id}";
        assertThat(MatchedRoute.of(at("/shop/api/users/7").route(whole).servlet("/shop", "/api", "/users/7", null)))
                .isEqualTo(whole);
        assertThat(MatchedRoute.of(at("/shop/api/shop/api/users/7")
                        .route(whole)
                        .servlet("/shop", "/api", "/shop/api/users/7", null)))
                .isEqualTo("/shop/api" + whole);
    }

    @Test
    void thePathItselfIsNoTemplate() {
        assertThat(MatchedRoute.of(
                        at("/shop/api/users/7").route("/shop/api/users/7").servlet("/shop", "/api", "/users/7", null)))
                .isEqualTo("/shop/api/*");
        assertThat(MatchedRoute.of(at("/users/7").route("/users/7").servlet("", "", "/users/7", null)))
                .isNull();
        assertThat(MatchedRoute.of(at("/feed").route("/feed").servlet("", "/feed", null, null)))
                .isEqualTo("/feed");
    }

    private static StreamRequest at(String path) {
        return request().line("GET", path, "HTTP/1.1", null);
    }

    @Test
    void aTemplateMayNameTheParametersOfItsQuery() {
        assertThat(MatchedRoute.of(request().route("/users/{id}{?page,size}"))).isEqualTo("/users/{id}");
        assertThat(MatchedRoute.of(request().route("{?page}"))).isEqualTo("/");
    }

    @Test
    void whatIsNoPathGoes() {
        assertThat(MatchedRoute.of(request().route("/users/{id}/(method:GET)"))).isEqualTo("/users/{id}");
        assertThat(MatchedRoute.of(
                        request().route("/(authenticate \"basic\")/feed/(contentType:text/html)/(method:GET)")))
                .isEqualTo("/feed");
        assertThat(MatchedRoute.of(request().route("/(method:GET)"))).isEqualTo("/");
        assertThat(MatchedRoute.of(request().route("/(a)b/(c"))).isEqualTo("/(a)b/(c");
    }

    @Test
    void aServletsMappingIsARoute() {
        assertThat(MatchedRoute.of(request().servlet("/shop", "/feed", null, new String[] {"/feed"})))
                .isEqualTo("/shop/feed");
        assertThat(MatchedRoute.of(request().servlet("", "/feed", "/7", new String[] {"/feed/*"})))
                .isEqualTo("/feed/*");
    }

    @Test
    void aMappingOfEverythingIsNone() {
        assertThat(MatchedRoute.of(request())).isNull();
        assertThat(MatchedRoute.of(request().servlet("/shop", "", "/feed", new String[] {"/*"})))
                .isNull();
        assertThat(MatchedRoute.of(request().servlet("/shop", "/feed", null, new String[] {"/"})))
                .isNull();
        assertThat(MatchedRoute.of(request().servlet("/shop", "/", null, new String[] {"/"})))
                .isNull();
        assertThat(MatchedRoute.of(request().servlet("/shop", "/a/b.do", null, new String[] {"*.do"})))
                .isNull();
        assertThat(MatchedRoute.of(request().servlet(null, null, null, null))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop;v=1", "/%73hop", "//shop", "/x/../shop", "/./shop", "/.;x/shop"})
    void aContextPathThatOnlyTheClientSpelledSoIsNone(String contextPath) {
        assertThat(MatchedRoute.of(request().servlet(contextPath, "/feed", null, new String[] {"/feed"})))
                .isNull();
        assertThat(MatchedRoute.of(request().route("/feed").servlet(contextPath, "/feed", null, null)))
                .isNull();
    }

    private static StreamRequest request() {
        return new StreamRequest("tomcat");
    }
}
