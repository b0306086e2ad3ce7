package io.sseagent.core.delivery;

import io.sseagent.core.config.JsonPointer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several pointers as one tree, so that a text is read once for all of them. Immutable once it is built. */
final class PointerTree {
    /** What is asked for at this place; -1 if nothing is. */
    private int target = -1;

    private final Map<String, PointerTree> children = new HashMap<>();

    /** A null pointer asks for nothing. The same pointer may be there twice: then {@code sameAs} has the first one. */
    static PointerTree of(List<JsonPointer> pointers, int[] sameAs) {
        PointerTree root = new PointerTree();
        for (int i = 0; i < pointers.size(); i++) {
            sameAs[i] = pointers.get(i) == null ? -1 : root.add(pointers.get(i), i);
        }
        return root;
    }

    private int add(JsonPointer pointer, int index) {
        PointerTree place = this;
        for (String segment : pointer.segments()) {
            PointerTree child = place.children.get(segment);
            if (child == null) {
                child = new PointerTree();
                place.children.put(segment, child);
            }
            place = child;
        }
        if (place.target < 0) {
            place.target = index;
        }
        return place.target;
    }

    /** Null if nothing is asked for below this name or index. */
    PointerTree child(String segment) {
        return children.get(segment);
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }

    int target() {
        return target;
    }
}
