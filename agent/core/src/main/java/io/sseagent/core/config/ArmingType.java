package io.sseagent.core.config;

/** A moment to arm the taps. */
final class ArmingType implements ValueType<Arming> {
    @Override
    public Arming parse(String text) {
        for (Arming arming : Arming.values()) {
            if (arming.name().equalsIgnoreCase(text)) {
                return arming;
            }
        }
        return null;
    }

    @Override
    public String accepted() {
        return "start or deferred";
    }
}
