package io.sseagent.prometheus;

import io.sseagent.core.catalogue.MetricDefinition;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.HashSet;
import java.util.Set;

/**
 * The {@code name[]} parameters of a scrape: a family is wanted when it, or one of its histogram's series, is named. No parameter
 * means all. Immutable.
 */
final class NameFilter {
    static final NameFilter ALL = new NameFilter(new HashSet<String>());

    private static final String PARAMETER = "name[]";
    private static final String[] SERIES = {"", "_bucket", "_count", "_sum"};

    private final Set<String> names;

    private NameFilter(Set<String> names) {
        this.names = names;
    }

    /** From a raw query, which may be null; throws {@link IllegalArgumentException} for a broken escape. */
    static NameFilter ofQuery(String query) {
        if (query == null) {
            return ALL;
        }
        Set<String> names = new HashSet<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && PARAMETER.equals(decode(pair.substring(0, equals)))) {
                names.add(decode(pair.substring(equals + 1)));
            }
        }
        return new NameFilter(names);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean wants(MetricDefinition family) {
        if (names.isEmpty()) {
            return true;
        }
        for (String series : SERIES) {
            if (names.contains(family.name() + series)) {
                return true;
            }
        }
        return false;
    }
}
