package io.quantumlayer.security.internal.source;

import java.util.Random;

/** Draws texts of the shape that an expression of the rule pack describes; knows what those expressions use. */
final class TokenShapes {
    private static final int MOST_MORE = 4;

    private final Random random;
    private final String expression;
    private int at;

    TokenShapes(String expression, long seed) {
        this.expression = expression.replace("(?i)", "").replace("(?:[^A-Za-z0-9_-]|$)", "");
        this.random = new Random(seed);
    }

    String draw() {
        String text = alternatives();
        if (at != expression.length()) {
            throw new IllegalStateException("cannot draw " + expression.substring(at));
        }
        return text;
    }

    private String alternatives() {
        String first = sequence();
        while (at < expression.length() && expression.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < expression.length() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            int start = at;
            String once = atom();
            int end = at;
            int count = count();
            int after = at;
            text.append(count > 0 ? once : "");
            for (int i = 1; i < count; i++) {
                at = start;
                text.append(atom());
            }
            at = Math.max(end, after);
        }
        return text.toString();
    }

    private String atom() {
        char c = expression.charAt(at++);
        if (c == '(') {
            at += expression.startsWith("?:", at) ? 2 : 0;
            String text = alternatives();
            at++;
            return text;
        }
        if (c == '[') {
            int end = expression.indexOf(']', at);
            String members = members(expression.substring(at, end));
            at = end + 1;
            return String.valueOf(members.charAt(random.nextInt(members.length())));
        }
        if (c == '\\') {
            char escaped = expression.charAt(at++);
            return escaped == 'b' ? "" : escaped == 's' ? " " : String.valueOf(escaped);
        }
        return String.valueOf(c);
    }

    private int count() {
        if (at >= expression.length()) {
            return 1;
        }
        if (expression.charAt(at) == '?') {
            at++;
            return 0;
        }
        if (expression.charAt(at) != '{') {
            return 1;
        }
        int end = expression.indexOf('}', at);
        String[] bounds = expression.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        boolean range = bounds.length == 2 && !bounds[1].isEmpty();
        return range ? Math.min(Integer.parseInt(bounds[1]), least + (least > 0 ? MOST_MORE : 0)) : least;
    }

    private static String members(String inside) {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
            for (char c = inside.charAt(i); range && c <= inside.charAt(i + 2); c++) {
                members.append(c);
            }
            members.append(range ? "" : inside.charAt(i));
            i += range ? 2 : 0;
        }
        return members.toString();
    }
}
