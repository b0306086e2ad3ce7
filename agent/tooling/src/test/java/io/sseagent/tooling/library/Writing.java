package io.sseagent.tooling.library;

public interface Writing {
    int write(byte[] bytes, int from, int to);
}
