package io.sseagent.benchmarks.overhead;

/** What an application says of its own process, as {@code stats} answers it. */
record ProcessSample(
        long cpuNanos, long allocatedBytes, long heapBytes, long classes, long metaspaceBytes, long residentBytes) {
    private static final int FIELDS = 7;

    /** @throws IllegalArgumentException if this is no answer to {@code stats} or {@code gc} */
    static ProcessSample parse(String answer) {
        String[] fields = answer.split(" ", -1);
        if (fields.length != FIELDS || !fields[0].equals("stats")) {
            throw new IllegalArgumentException("not a sample: " + answer);
        }
        long[] values = new long[FIELDS - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Long.parseLong(fields[i + 1]);
        }
        return new ProcessSample(values[0], values[1], values[2], values[3], values[4], values[5]);
    }
}
