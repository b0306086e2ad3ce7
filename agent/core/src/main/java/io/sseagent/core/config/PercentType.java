package io.sseagent.core.config;

/** A share in percent. */
final class PercentType implements ValueType<Double> {
    private static final IntegerType NUMBER = new IntegerType(1, 100);

    @Override
    public Double parse(String text) {
        Integer percent = text.endsWith("%") ? NUMBER.parse(text.substring(0, text.length() - 1)) : null;
        return percent == null ? null : Double.valueOf(percent / 100.0);
    }

    @Override
    public String accepted() {
        return "a share from 1% to 100%";
    }
}
