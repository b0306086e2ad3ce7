package io.sseagent.core.parser;

import java.util.ArrayList;
import java.util.List;

/** Writes down every call as a line of text. */
class RecordingListener implements EventStreamListener {
    final List<String> calls = new ArrayList<>();

    static String event(String type, long dataBytes, long blockBytes) {
        return "event '" + type + "' of " + dataBytes + " in " + blockBytes;
    }

    static String id(String id) {
        return "id '" + id + "'";
    }

    static String retry(long millis) {
        return "retry " + millis;
    }

    static String withoutData(int fields, long blockBytes) {
        return "no data but " + names(fields) + " in " + blockBytes;
    }

    static String truncated(int fields, long blockBytes) {
        return "truncated with " + names(fields) + " in " + blockBytes;
    }

    @Override
    public void onEvent(BoundedBytes type, long blockBytes, long dataBytes) {
        calls.add(event(type.toString(), dataBytes, blockBytes));
    }

    @Override
    public void onLastEventId(BoundedBytes id) {
        calls.add(id(id.toString()));
    }

    @Override
    public void onComment() {
        calls.add("comment");
    }

    @Override
    public void onBlockWithoutData(int fields, long blockBytes) {
        calls.add(withoutData(fields, blockBytes));
    }

    @Override
    public void onTruncatedBlock(int fields, long blockBytes) {
        calls.add(truncated(fields, blockBytes));
    }

    @Override
    public void onRetry(long millis) {
        calls.add(retry(millis));
    }

    private static List<Field> names(int fields) {
        List<Field> names = new ArrayList<>();
        for (Field field : Field.values()) {
            if (field.isIn(fields)) {
                names.add(field);
            }
        }
        return names;
    }
}
