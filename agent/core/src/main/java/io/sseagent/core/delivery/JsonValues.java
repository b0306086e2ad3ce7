package io.sseagent.core.delivery;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.sseagent.core.config.JsonPointer;
import java.io.IOException;
import java.util.List;

/**
 * Reads the values at some pointers from the beginning of a JSON text, in one pass that ends with the last of them. Only what a pointer leads into
 * is entered, so that depth costs no stack; all else is skipped, to 64 levels. Thread-safe.
 */
final class JsonValues {
    private static final int DEEPEST = 64;

    private final PointerTree tree;
    private final int[] sameAs;
    private int wanted;

    /** A null among the pointers asks for nothing. */
    JsonValues(List<JsonPointer> pointers) {
        this.sameAs = new int[pointers.size()];
        this.tree = PointerTree.of(pointers, sameAs);
        for (int i = 0; i < sameAs.length; i++) {
            wanted += sameAs[i] == i ? 1 : 0;
        }
    }

    /** Whether anything is asked for. */
    boolean isAsked() {
        return wanted > 0;
    }

    /**
     * Fills {@code values}, one for each pointer: the text of a string, number or boolean, or null.
     *
     * @param cut whether the text goes on behind {@code length}
     * @return false if the text is no JSON as far as it was read; what was found before that is kept
     */
    boolean read(byte[] json, int length, boolean cut, String[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = null;
        }
        boolean sound = new Reading(json, length, values).read(cut);
        for (int i = 0; i < sameAs.length; i++) {
            values[i] = sameAs[i] < 0 ? null : values[sameAs[i]];
        }
        return sound;
    }

    private final class Reading {
        private final Utf8Reader text;
        private final JsonReader reader;
        private final String[] values;
        private int missing = wanted;

        Reading(byte[] json, int length, String[] values) {
            this.text = new Utf8Reader(json, length);
            this.reader = new JsonReader(text);
            this.values = values;
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST);
        }

        boolean read(boolean cut) {
            try {
                read(tree);
                return true;
            } catch (IOException | IllegalStateException | NumberFormatException malformed) {
                // the second and third are what the parser throws where a text is not what it looked like; what is
                // wrong with a text that was cut may be just that
                return cut && text.isAtEnd();
            }
        }

        private void read(PointerTree place) throws IOException {
            JsonToken token = reader.peek();
            if (token == JsonToken.BEGIN_OBJECT && place.hasChildren()) {
                readObject(place);
            } else if (token == JsonToken.BEGIN_ARRAY && place.hasChildren()) {
                readArray(place);
            } else if (place.target() >= 0 && token == JsonToken.BOOLEAN) {
                found(place.target(), String.valueOf(reader.nextBoolean()));
            } else if (place.target() >= 0 && (token == JsonToken.STRING || token == JsonToken.NUMBER)) {
                found(place.target(), reader.nextString());
            } else {
                reader.skipValue();
            }
        }

        private void readObject(PointerTree place) throws IOException {
            reader.beginObject();
            while (missing > 0 && reader.hasNext()) {
                PointerTree child = place.child(reader.nextName());
                if (child == null) {
                    reader.skipValue();
                } else {
                    read(child);
                }
            }
            if (missing > 0) {
                reader.endObject();
            }
        }

        private void readArray(PointerTree place) throws IOException {
            reader.beginArray();
            for (int i = 0; missing > 0 && reader.hasNext(); i++) {
                PointerTree child = place.child(Integer.toString(i));
                if (child == null) {
                    reader.skipValue();
                } else {
                    read(child);
                }
            }
            if (missing > 0) {
                reader.endArray();
            }
        }

        private void found(int target, String value) {
            if (values[target] == null) {
                values[target] = value;
                missing--;
            }
        }
    }
}
