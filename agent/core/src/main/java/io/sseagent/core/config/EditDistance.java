package io.sseagent.core.config;

/** The number of letters to insert, remove, replace or swap with their neighbour between two words. */
final class EditDistance {
    private EditDistance() {}

    /** Optimal string alignment; costs the product of both lengths, so callers bound them. */
    static int between(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(int[][] cost, String left, String right, int i, int j) {
        char l = left.charAt(i - 1);
        char r = right.charAt(j - 1);
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (l == r ? 0 : 1));
        if (i > 1 && j > 1 && l == right.charAt(j - 2) && r == left.charAt(i - 2)) {
            best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        return best;
    }
}
