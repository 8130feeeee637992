package io.quantumlayer.security.internal.infra.terraform;

import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.terraform.Token.Kind;
import io.quantumlayer.security.internal.infra.tree.Value;
import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import io.quantumlayer.security.internal.infra.tree.Value.Items;
import io.quantumlayer.security.internal.infra.tree.Value.Open;
import io.quantumlayer.security.internal.infra.tree.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the structure of an HCL file: blocks, attributes, and values as far as they stand there. Any other expression
 * is skipped, with its brackets in balance, and open. Nothing is evaluated. Used once.
 */
final class HclParser {
    private static final int DEEPEST = 60;
    private static final Set<String> KEEPING = Set.of("jsonencode", "toset", "tolist");

    private final List<Token> tokens;
    private int next;

    private HclParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a file.
     *
     * @throws MalformedInfra if it is no HCL
     */
    static List<Block> parse(String text) throws MalformedInfra {
        HclParser parser = new HclParser(HclLexer.tokens(text));
        List<Block> blocks = new ArrayList<>();
        parser.newlines();
        while (parser.peek().kind() != Kind.END) {
            Token name = parser.take(Kind.NAME, "a name");
            if (parser.peek().is("=")) {
                throw new MalformedInfra(name.line(), "an attribute stands in no block");
            }
            blocks.add(parser.block(name, 0));
            parser.endOfLine();
        }
        return blocks;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private Token take(Kind kind, String what) throws MalformedInfra {
        if (peek().kind() != kind) {
            throw new MalformedInfra(peek().line(), "expected " + what);
        }
        return take();
    }

    private void sign(String sign) throws MalformedInfra {
        if (!peek().is(sign)) {
            throw new MalformedInfra(peek().line(), "expected " + sign);
        }
        next++;
    }

    private void newlines() {
        while (peek().kind() == Kind.NEWLINE) {
            next++;
        }
    }

    private void endOfLine() throws MalformedInfra {
        take(Kind.NEWLINE, "the end of the line");
        newlines();
    }

    private Block block(Token name, int depth) throws MalformedInfra {
        List<String> labels = new ArrayList<>();
        while (peek().kind() == Kind.TEXT || peek().kind() == Kind.NAME) {
            labels.add(take().text());
        }
        sign("{");
        Fields body = body(name.line(), depth + 1);
        sign("}");
        return new Block(name.text(), labels, body);
    }

    private Fields body(int line, int depth) throws MalformedInfra {
        if (depth > DEEPEST) {
            throw new MalformedInfra(line, "blocks lie too deep in each other");
        }
        Map<String, Value> values = new LinkedHashMap<>();
        boolean oneLine = peek().kind() != Kind.NEWLINE;
        newlines();
        while (!peek().is("}")) {
            Token name = take(Kind.NAME, "a name");
            if (peek().is("=")) {
                next++;
                Optional<Value> value = expression(depth, false);
                if (value.isPresent() && values.put(name.text(), value.get()) != null) {
                    throw new MalformedInfra(name.line(), "an attribute stands there twice");
                }
            } else {
                nested(values, block(name, depth));
            }
            if (!oneLine || !peek().is("}")) {
                endOfLine();
            }
        }
        return new Fields(line, values);
    }

    /** Blocks of one name are a list; what a dynamic block makes counts as made once. */
    private static void nested(Map<String, Value> values, Block block) {
        String name = block.type();
        Value body = block.body();
        if (name.equals("dynamic") && block.labels().size() == 1) {
            name = block.labels().get(0);
            body = block.body()
                    .values()
                    .getOrDefault("content", new Open(block.body().line()));
        }
        List<Value> all = new ArrayList<>();
        if (values.get(name) instanceof Items earlier) {
            all.addAll(earlier.values());
        }
        all.addAll(body.at("").toList());
        values.put(name, new Items(block.body().line(), all));
    }

    /** A value, or nothing for null; in brackets a line's end does not end it. */
    private Optional<Value> expression(int depth, boolean brackets) throws MalformedInfra {
        int start = next;
        int line = peek().line();
        if (depth > DEEPEST) {
            throw new MalformedInfra(line, "values lie too deep in each other");
        }
        Optional<Value> value = literal(depth);
        if (brackets) {
            newlines();
        }
        if (next > start && ends()) {
            return value;
        }
        skip(brackets);
        if (next == start) {
            throw new MalformedInfra(line, "expected a value");
        }
        return Optional.of(new Open(line));
    }

    private boolean ends() {
        Token token = peek();
        return token.kind() == Kind.NEWLINE
                || token.kind() == Kind.END
                || token.is(",")
                || token.is("}")
                || token.is("]")
                || token.is(")");
    }

    /** Goes to the end of an expression, over brackets in balance. */
    private void skip(boolean brackets) throws MalformedInfra {
        List<String> open = new ArrayList<>();
        while (peek().kind() != Kind.END) {
            Token token = peek();
            if (open.isEmpty() && ends() && !(brackets && token.kind() == Kind.NEWLINE)) {
                return;
            }
            switch (token.kind() == Kind.SIGN ? token.text() : "") {
                case "(" -> open.add(")");
                case "[" -> open.add("]");
                case "{" -> open.add("}");
                case ")", "]", "}" -> {
                    if (!open.remove(open.size() - 1).equals(token.text())) {
                        throw new MalformedInfra(token.line(), "a bracket closes another one");
                    }
                }
                default -> {}
            }
            next++;
        }
        throw new MalformedInfra(peek().line(), "a bracket has no end");
    }

    /** A value if one begins here, and nothing taken or null if not. */
    private Optional<Value> literal(int depth) throws MalformedInfra {
        Token token = peek();
        return switch (token.kind()) {
            case TEXT, NUMBER -> Optional.of(new Text(token.line(), take().text()));
            case TEMPLATE -> Optional.of(new Open(take().line()));
            case NAME -> named(depth);
            case SIGN -> bracketed(depth);
            case NEWLINE, END -> Optional.empty();
        };
    }

    private Optional<Value> named(int depth) throws MalformedInfra {
        Token name = peek();
        if (name.text().equals("true") || name.text().equals("false")) {
            return Optional.of(new Text(name.line(), take().text()));
        }
        if (name.text().equals("null")) {
            next++;
            return Optional.empty();
        }
        if (KEEPING.contains(name.text()) && tokens.get(next + 1).is("(")) {
            next += 2;
            newlines();
            Optional<Value> value = expression(depth + 1, true);
            newlines();
            sign(")");
            return value;
        }
        return Optional.empty();
    }

    private Optional<Value> bracketed(int depth) throws MalformedInfra {
        Token sign = peek();
        if (sign.is("-") && tokens.get(next + 1).kind() == Kind.NUMBER) {
            next++;
            return Optional.of(new Text(sign.line(), "-" + take().text()));
        }
        if ((!sign.is("[") && !sign.is("{")) || tokens.get(next + 1).isName("for")) {
            return Optional.empty();
        }
        next++;
        return Optional.of(sign.is("[") ? list(sign.line(), depth + 1) : object(sign.line(), depth + 1));
    }

    private Value list(int line, int depth) throws MalformedInfra {
        List<Value> values = new ArrayList<>();
        newlines();
        while (!peek().is("]")) {
            expression(depth, true).ifPresent(values::add);
            newlines();
            if (!peek().is("]")) {
                sign(",");
                newlines();
            }
        }
        next++;
        return new Items(line, List.copyOf(values));
    }

    private Value object(int line, int depth) throws MalformedInfra {
        Map<String, Value> values = new LinkedHashMap<>();
        newlines();
        while (!peek().is("}")) {
            Optional<String> key = key();
            Optional<Value> value = expression(depth, false);
            if (key.isPresent() && value.isPresent()) {
                values.put(key.get(), value.get());
            }
            if (peek().is(",")) {
                next++;
            } else if (!peek().is("}")) {
                take(Kind.NEWLINE, "the end of the line");
            }
            newlines();
        }
        next++;
        return new Fields(line, values);
    }

    /** A key with what separates it from its value; empty if it is worked out later. */
    private Optional<String> key() throws MalformedInfra {
        Token key = take();
        boolean known = key.kind() == Kind.NAME || key.kind() == Kind.TEXT || key.kind() == Kind.NUMBER;
        if (key.is("(")) {
            skip(true);
            sign(")");
        }
        while (!peek().is("=") && !peek().is(":")) {
            known = false;
            if (peek().kind() == Kind.NEWLINE || peek().kind() == Kind.END || peek().is("}")) {
                throw new MalformedInfra(key.line(), "a key has no value");
            }
            next++;
        }
        next++;
        newlines();
        return known ? Optional.of(key.text()) : Optional.empty();
    }
}
