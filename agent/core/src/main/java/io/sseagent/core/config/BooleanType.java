package io.sseagent.core.config;

import java.util.Locale;

/** A switch. The shorthands are there because {@code SSE_AGENT_ENABLED=1} must never switch something off. */
final class BooleanType implements ValueType<Boolean> {
    @Override
    public Boolean parse(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true":
            case "on":
            case "yes":
            case "1":
                return Boolean.TRUE;
            case "false":
            case "off":
            case "no":
            case "0":
                return Boolean.FALSE;
            default:
                return null;
        }
    }

    @Override
    public String accepted() {
        return "true or false (also on, off, yes, no, 1, 0)";
    }
}
