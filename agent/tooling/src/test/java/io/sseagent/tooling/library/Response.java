package io.sseagent.tooling.library;

/** Shapes that a weaver can get wrong: branches, loops, handlers, wide arguments, several exits. */
public class Response extends Message implements Writing {
    protected int written;
    final StringBuilder log = new StringBuilder();

    @Override
    public int write(byte[] bytes, int from, int to) {
        int accepted = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                continue;
            }
            long wide = accepted;
            accepted = (int) (wide + 1);
        }
        try {
            if (accepted == 0) {
                throw new IllegalStateException("nothing");
            }
        } catch (IllegalStateException empty) {
            return -1;
        } finally {
            written += accepted;
        }
        return accepted;
    }

    public void write(CharSequence text, String charset) {
        Object last = null;
        for (char c : text.toString().toCharArray()) {
            String part = c > 'm' ? "high" : "low";
            last = part;
            log.append(part);
        }
        if (last == null) {
            log.append(charset);
        }
    }

    public static long sum(long seed, double factor, Object... rest) {
        long sum = seed;
        for (Object one : rest) {
            sum += one == null ? 1 : (long) factor;
        }
        return sum;
    }

    public void fail(String message) {
        throw new UnsupportedOperationException(message);
    }

    @Override
    public boolean isCommitted() {
        return true;
    }

    public int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }

    private String secret() {
        return "secret";
    }

    public String reveal() {
        return secret();
    }

    /** Writes over its arguments, one of them with a narrower life than the loop. */
    public synchronized String reuse(String text, long times) {
        while (times > 0) {
            text = text + times;
            times--;
        }
        return text;
    }

    public int written() {
        return written;
    }

    public String log() {
        return log.toString();
    }
}
