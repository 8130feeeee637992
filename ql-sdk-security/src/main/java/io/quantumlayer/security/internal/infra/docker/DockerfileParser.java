package io.quantumlayer.security.internal.infra.docker;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a Dockerfile into instructions, in one pass: continued lines, comments, the escape directive, flags and
 * here-documents. What is none of these is refused.
 */
final class DockerfileParser {
    private static final Set<String> NAMES = Set.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");
    private static final Set<String> WITH_DOCUMENTS = Set.of("ADD", "COPY", "RUN");
    private static final Pattern DIRECTIVE = Pattern.compile("^#\\s*([A-Za-z]+)\\s*=\\s*(\\S+)\\s*$");
    private static final Pattern DOCUMENT =
            Pattern.compile("<<(-?)(?:\"([A-Za-z_]\\w*)\"|'([A-Za-z_]\\w*)'|([A-Za-z_]\\w*))");
    private static final int MOST = 10_000;

    private final List<String> lines;
    private final List<Instruction> instructions = new ArrayList<>();
    private char escape = '\\';
    private int next;

    private DockerfileParser(String text) {
        this.lines = text.lines().toList();
    }

    /**
     * Reads a file.
     *
     * @throws MalformedInfra if it is no Dockerfile
     */
    static List<Instruction> parse(String text) throws MalformedInfra {
        DockerfileParser parser = new DockerfileParser(text);
        parser.directives();
        while (parser.next < parser.lines.size()) {
            parser.instruction();
        }
        return parser.instructions;
    }

    /** Directives stand before all else; the first other line ends them. */
    private void directives() throws MalformedInfra {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line);
            if (!directive.find()) {
                return;
            }
            if (directive.group(1).toLowerCase(Locale.ROOT).equals("escape")) {
                String sign = directive.group(2);
                if (!sign.equals("\\") && !sign.equals("`")) {
                    throw new MalformedInfra(1, "the escape sign is neither \\ nor `");
                }
                escape = sign.charAt(0);
            }
        }
    }

    private void instruction() throws MalformedInfra {
        String first = lines.get(next).strip();
        if (first.isEmpty() || first.startsWith("#")) {
            next++;
            return;
        }
        int line = next + 1;
        String text = continued();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String name = text.substring(0, end).toUpperCase(Locale.ROOT);
        if (!NAMES.contains(name) || (end < text.length() && !Character.isWhitespace(text.charAt(end)))) {
            throw new MalformedInfra(line, "it begins with no instruction");
        }
        if (instructions.size() == MOST) {
            throw new MalformedInfra(line, "it holds more than " + MOST + " instructions");
        }
        List<String> flags = new ArrayList<>();
        String arguments = flags(text.substring(end).strip(), flags);
        List<String> documents = WITH_DOCUMENTS.contains(name) ? documents(line, arguments) : List.of();
        instructions.add(new Instruction(line, name, flags, arguments, documents));
    }

    /** One logical line; comments and empty lines within it are left out. */
    private String continued() {
        StringBuilder text = new StringBuilder();
        while (next < lines.size()) {
            String line = lines.get(next++);
            String bare = line.strip();
            if (text.length() > 0 && (bare.isEmpty() || bare.startsWith("#"))) {
                continue;
            }
            if (bare.isEmpty() || bare.charAt(bare.length() - 1) != escape) {
                return text.append(line).toString().strip();
            }
            text.append(line, 0, line.lastIndexOf(escape)).append(' ');
        }
        return text.toString().strip();
    }

    private static String flags(String text, List<String> flags) {
        String rest = text;
        while (rest.startsWith("--")) {
            int end = 0;
            while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
                end++;
            }
            flags.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        return rest;
    }

    private List<String> documents(int line, String arguments) throws MalformedInfra {
        List<String> documents = new ArrayList<>();
        Matcher starts = DOCUMENT.matcher(arguments);
        while (starts.find()) {
            boolean tabs = !starts.group(1).isEmpty();
            String end = starts.group(2) != null ? starts.group(2) : starts.group(3);
            documents.add(document(line, end != null ? end : starts.group(4), tabs));
        }
        return documents;
    }

    private String document(int line, String end, boolean tabs) throws MalformedInfra {
        StringBuilder document = new StringBuilder();
        while (next < lines.size()) {
            String text = lines.get(next++);
            String bare = tabs ? text.replaceAll("^\\t+", "") : text;
            if (bare.equals(end)) {
                return document.toString();
            }
            document.append(bare).append('\n');
        }
        throw new MalformedInfra(line, "a here-document has no end");
    }
}
