package io.quantumlayer.security.internal.infra.terraform;

import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.terraform.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits HCL into tokens in one pass; what no token begins with is refused. Used once. */
final class HclLexer {
    private static final Set<String> LONG_SIGNS = Set.of("==", "!=", "<=", ">=", "&&", "||", "=>", "::");
    private static final String SIGNS = "{}[](),:=<>+-*/%!?.&|";
    private static final int DEEPEST = 60;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private HclLexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws MalformedInfra {
        HclLexer lexer = new HclLexer(text.replace("\r\n", "\n"));
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.add(lexer.line, Kind.NEWLINE, "");
        lexer.add(lexer.line, Kind.END, "");
        return lexer.tokens;
    }

    private void add(int from, Kind kind, String said) {
        tokens.add(new Token(from, kind, said));
    }

    private void next() throws MalformedInfra {
        char c = text.charAt(at);
        if (c == '\n') {
            add(line++, Kind.NEWLINE, "");
            at++;
        } else if (c == ' ' || c == '\t') {
            at++;
        } else if (c == '#' || text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (c == '"') {
            quoted();
        } else if (text.startsWith("<<", at)) {
            document();
        } else if (Character.isLetter(c) || c == '_') {
            word(Kind.NAME);
        } else if (c >= '0' && c <= '9') {
            word(Kind.NUMBER);
        } else {
            sign(c);
        }
    }

    private void comment() throws MalformedInfra {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw new MalformedInfra(line, "a comment has no end");
        }
        line += (int) text.substring(at, end).chars().filter(c -> c == '\n').count();
        at = end + 2;
    }

    private void word(Kind kind) {
        int start = at;
        while (at < text.length() && within(text.charAt(at), kind)) {
            at++;
        }
        add(line, kind, text.substring(start, at));
    }

    private static boolean within(char c, Kind kind) {
        return Character.isLetterOrDigit(c) || c == '_' || (kind == Kind.NAME ? c == '-' : c == '.');
    }

    private void sign(char c) throws MalformedInfra {
        if (text.startsWith("...", at)) {
            add(line, Kind.SIGN, "...");
            at += 3;
            return;
        }
        String two = text.substring(at, Math.min(text.length(), at + 2));
        if (LONG_SIGNS.contains(two)) {
            add(line, Kind.SIGN, two);
            at += 2;
        } else if (SIGNS.indexOf(c) >= 0) {
            add(line, Kind.SIGN, String.valueOf(c));
            at++;
        } else {
            throw new MalformedInfra(line, "a character stands where none can");
        }
    }

    private void quoted() throws MalformedInfra {
        int from = line;
        StringBuilder content = new StringBuilder();
        boolean open = false;
        at++;
        while (true) {
            char c = current(from);
            if (c == '"') {
                at++;
                add(from, open ? Kind.TEMPLATE : Kind.TEXT, content.toString());
                return;
            }
            if (c == '\n') {
                throw new MalformedInfra(from, "a text has no end on its line");
            }
            if (c == '\\') {
                escaped(from, content);
            } else if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
                content.append(c).append('{');
                at += 3;
            } else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
                open = true;
                at += 2;
                skipExpression(from, 0);
            } else {
                content.append(c);
                at++;
            }
        }
    }

    private char current(int from) throws MalformedInfra {
        if (at >= text.length()) {
            throw new MalformedInfra(from, "a text has no end");
        }
        return text.charAt(at);
    }

    private void escaped(int from, StringBuilder content) throws MalformedInfra {
        at++;
        char c = current(from);
        at++;
        switch (c) {
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case '"', '\\' -> content.append(c);
            case 'u' -> content.append(point(from, 4));
            case 'U' -> content.append(point(from, 8));
            default -> throw new MalformedInfra(from, "a text holds an unknown escape");
        }
    }

    private String point(int from, int digits) throws MalformedInfra {
        if (at + digits > text.length() || !text.substring(at, at + digits).matches("[0-9a-fA-F]+")) {
            throw new MalformedInfra(from, "a text holds an unknown escape");
        }
        long point = Long.parseLong(text.substring(at, at + digits), 16);
        at += digits;
        if (point > Character.MAX_CODE_POINT) {
            throw new MalformedInfra(from, "a text holds an unknown escape");
        }
        return Character.toString((int) point);
    }

    /** Skips what is worked out within a text, up to its closing brace; texts within it may hold more of it. */
    private void skipExpression(int from, int depth) throws MalformedInfra {
        if (depth > DEEPEST) {
            throw new MalformedInfra(from, "expressions lie too deep in each other");
        }
        while (true) {
            char c = current(from);
            at++;
            if (c == '}') {
                return;
            }
            if (c == '\n') {
                line++;
            } else if (c == '{') {
                skipExpression(from, depth + 1);
            } else if (c == '"') {
                skipText(from, depth + 1);
            }
        }
    }

    private void skipText(int from, int depth) throws MalformedInfra {
        while (true) {
            char c = current(from);
            at++;
            if (c == '"') {
                return;
            }
            if (c == '\\') {
                current(from);
                at++;
            } else if ((c == '$' || c == '%') && current(from) == '{') {
                at++;
                skipExpression(from, depth + 1);
            }
        }
    }

    private void document() throws MalformedInfra {
        int from = line;
        int end = text.indexOf('\n', at);
        String word = end < 0 ? "" : text.substring(at + 2, end);
        boolean indented = word.startsWith("-");
        String mark = (indented ? word.substring(1) : word).strip();
        if (!mark.matches("[\\p{L}_][\\p{L}\\p{N}_-]*")) {
            throw new MalformedInfra(from, "a here-document has no mark");
        }
        at = end + 1;
        line++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            int stop = text.indexOf('\n', at);
            String each = text.substring(at, stop < 0 ? text.length() : stop);
            if (each.strip().equals(mark)) {
                at += each.length();
                boolean open = content.indexOf("${") >= 0 || content.indexOf("%{") >= 0;
                add(from, open ? Kind.TEMPLATE : Kind.TEXT, content.toString());
                return;
            }
            content.append(each).append('\n');
            at = stop < 0 ? text.length() : stop + 1;
            line++;
        }
        throw new MalformedInfra(from, "a here-document has no end");
    }
}
