package io.sseagent.core.config;

import io.sseagent.core.log.LogLevel;

/** A level of the agent's own lines. */
final class LogLevelType implements ValueType<LogLevel> {
    @Override
    public LogLevel parse(String text) {
        for (LogLevel level : LogLevel.values()) {
            if (level.name().equalsIgnoreCase(text)) {
                return level;
            }
        }
        return null;
    }

    @Override
    public String accepted() {
        return "off, error, warn, info or debug";
    }
}
