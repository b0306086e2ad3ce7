package io.sseagent.core.config;

/** A unit of time since 1970. */
final class EpochUnitType implements ValueType<EpochUnit> {
    @Override
    public EpochUnit parse(String text) {
        for (EpochUnit unit : EpochUnit.values()) {
            if (unit.name().equalsIgnoreCase(text)) {
                return unit;
            }
        }
        return null;
    }

    @Override
    public String accepted() {
        return "auto, s, ms, us or ns";
    }
}
