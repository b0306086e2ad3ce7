package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderNamesTest {
    @Test
    void headersThatAreAskedForComeAfterOurOwnAndAreBounded() {
        StreamRequest before = new StreamRequest("tomcat");
        assertThat(StreamRequest.alsoRead("user-AGENT")).isEqualTo(StreamRequest.USER_AGENT);
        int index = StreamRequest.alsoRead("X-Channel");
        assertThat(StreamRequest.alsoRead("x-channel")).isEqualTo(index);
        assertThat(StreamRequest.headerName(index)).isEqualTo("X-Channel");
        assertThat(new StreamRequest("tomcat").header(index, "app").header(index))
                .isEqualTo("app");
        assertThat(before.header(index, "app").header(index)).isNull();
        for (int i = StreamRequest.headerCount(); i < 16; i++) {
            assertThat(StreamRequest.alsoRead("X-" + i)).isEqualTo(i);
        }
        assertThat(StreamRequest.alsoRead("X-Too-Many")).isEqualTo(-1);
        assertThat(before.header(-1)).isNull();
    }
}
