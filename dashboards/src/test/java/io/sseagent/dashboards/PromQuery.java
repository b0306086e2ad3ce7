package io.sseagent.dashboards;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics and labels that a PromQL expression names. Not a validator: promtool and a real server judge the syntax. Grouping
 * must stand before the operand ({@code sum by (x) (...)}), so that its scope can be told.
 */
final class PromQuery {

    /** A metric with the labels of its matchers; {@code function} is what it is the argument of, or empty. */
    record Selector(String metric, List<LabelMatch> matchers, String function, int position) {
        boolean matches(String label) {
            return matchers.stream().anyMatch(match -> match.label().equals(label));
        }
    }

    /** One label matcher; the value without its quotes. */
    record LabelMatch(String label, String operator, String value) {}

    /** A label list and the selectors that it is about: those of the operand for {@code by}, else all of the expression. */
    record Grouping(String keyword, List<String> labels, List<Selector> selectors) {}

    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"]*\"|\\[[^]]*]|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9.][0-9a-zA-Z.]*" + "|=~|!~|!=|>=|<=|==|\\S");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset", "atan2");
    private static final Set<String> GROUPINGS = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

    private final List<String> tokens = new ArrayList<>();
    private final List<Selector> selectors = new ArrayList<>();
    private final List<Grouping> groupings = new ArrayList<>();

    private PromQuery() {}

    /** Throws IllegalArgumentException for a grouping behind its operand and for unbalanced parentheses. */
    static PromQuery of(String expression) {
        PromQuery query = new PromQuery();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            query.tokens.add(matcher.group());
        }
        query.readSelectors();
        query.readGroupings();
        return query;
    }

    List<Selector> selectors() {
        return selectors;
    }

    List<Grouping> groupings() {
        return groupings;
    }

    private void readSelectors() {
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (GROUPINGS.contains(token)) {
                i = closing(i + 1);
            } else if (isMetric(i)) {
                selectors.add(new Selector(token, matchersAt(i + 1), functionAround(i), i));
                i = at(i + 1).equals("{") ? tokens.subList(i, tokens.size()).indexOf("}") + i : i;
            }
        }
    }

    private void readGroupings() {
        for (int i = 0; i < tokens.size(); i++) {
            String keyword = tokens.get(i);
            if (!GROUPINGS.contains(keyword)) {
                continue;
            }
            int end = closing(i + 1);
            List<String> labels = tokens.subList(i + 2, end).stream()
                    .filter(PromQuery::isName)
                    .toList();
            groupings.add(new Grouping(keyword, labels, scopeOf(keyword, end + 1)));
        }
    }

    private List<Selector> scopeOf(String keyword, int operand) {
        if (!keyword.equals("by") && !keyword.equals("without")) {
            return selectors;
        }
        if (!at(operand).equals("(")) {
            throw new IllegalArgumentException("'" + keyword + "' must stand before its operand: " + tokens);
        }
        int end = closing(operand);
        return selectors.stream()
                .filter(selector -> selector.position() > operand && selector.position() < end)
                .toList();
    }

    private List<LabelMatch> matchersAt(int brace) {
        List<LabelMatch> matchers = new ArrayList<>();
        for (int i = brace; at(brace).equals("{") && !at(i).equals("}"); i += 4) {
            String value = at(i + 3);
            matchers.add(new LabelMatch(at(i + 1), at(i + 2), value.substring(1, value.length() - 1)));
        }
        return matchers;
    }

    private boolean isMetric(int position) {
        return isName(at(position))
                && !OPERATORS.contains(at(position))
                && !Set.of("(", "by", "without").contains(at(position + 1));
    }

    private String functionAround(int position) {
        return at(position - 1).equals("(") && isName(at(position - 2)) ? at(position - 2) : "";
    }

    private int closing(int open) {
        Deque<Integer> opened = new ArrayDeque<>();
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).equals("(")) {
                opened.push(i);
            } else if (tokens.get(i).equals(")") && opened.pop() == open) {
                return i;
            }
        }
        throw new IllegalArgumentException("no closing parenthesis: " + tokens);
    }

    private String at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
    }

    private static boolean isName(String token) {
        return token.matches("[a-zA-Z_:].*");
    }
}
