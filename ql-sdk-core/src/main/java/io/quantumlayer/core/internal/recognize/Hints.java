package io.quantumlayer.core.internal.recognize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Procfile} and a {@code Dockerfile} tell of how an application is started.
 *
 * @param command the command line that starts it, with {@code $PORT} in the place of the port, or the empty text
 * @param seen what was taken from which file, one line each
 */
record Hints(String command, List<String> seen) {
    private static final Pattern WEB = Pattern.compile("(?m)^web:[ \\t]*(\\S.*?)[ \\t]*$");
    private static final Pattern INSTRUCTION =
            Pattern.compile("(?im)^[ \\t]*(EXPOSE|CMD|ENTRYPOINT|USER|FROM)[ \\t]+(.+?)[ \\t]*$");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    Hints {
        seen = List.copyOf(seen);
    }

    static Hints of(GivenTree tree) {
        Docker docker = docker(tree.code("Dockerfile"));
        List<String> seen = new ArrayList<>(docker.seen);
        Matcher web = WEB.matcher(tree.code("Procfile"));
        if (web.find()) {
            seen.add("Procfile: web is started by '" + web.group(1) + "'");
            return new Hints(withPort(web.group(1), docker.port), seen);
        }
        String command = docker.command();
        if (command.isEmpty() || command.contains(" /") || command.startsWith("/")) {
            return new Hints("", seen);
        }
        seen.add("Dockerfile: started by '" + command + "'");
        return new Hints(withPort(command, docker.port), seen);
    }

    private static String withPort(String command, String port) {
        String local = command.replace("0.0.0.0", "127.0.0.1");
        if (port.isEmpty() || local.contains("$PORT") || local.contains("${PORT")) {
            return local;
        }
        return local.replaceAll("(?<![\\w.])" + port + "(?![\\w.])", "\\$PORT");
    }

    /** What the last stage says. */
    private record Docker(String port, String entrypoint, String cmd, List<String> seen) {
        String command() {
            return (entrypoint + " " + cmd).strip();
        }
    }

    private static Docker docker(String text) {
        String port = "";
        String entrypoint = "";
        String cmd = "";
        String user = "";
        Matcher line = INSTRUCTION.matcher(text.replace("\\\n", " "));
        while (line.find()) {
            String value = line.group(2);
            switch (line.group(1).toUpperCase(Locale.ROOT)) {
                case "EXPOSE" -> port = first(PORT, value);
                case "ENTRYPOINT" -> entrypoint = words(value);
                case "CMD" -> cmd = words(value);
                case "USER" -> user = value;
                default -> {
                    entrypoint = "";
                    cmd = "";
                    user = "";
                }
            }
        }
        List<String> seen = new ArrayList<>();
        if (!port.isEmpty()) {
            seen.add("Dockerfile: port " + port + ", which PORT takes the place of");
        }
        if (!user.isEmpty()) {
            seen.add("Dockerfile: user " + user + ", which an account of the sandbox takes the place of");
        }
        return new Docker(port, entrypoint, cmd, seen);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    /** The exec form is a list; the shell form is a command line already. */
    private static String words(String value) {
        if (!value.startsWith("[")) {
            return value;
        }
        try {
            @Nullable String[] words = new ObjectMapper().readValue(value, String[].class);
            boolean whole = Stream.of(words).allMatch(Objects::nonNull);
            return whole ? String.join(" ", words) : "";
        } catch (JsonProcessingException notExecForm) {
            return "";
        }
    }

    /**
     * Starts the command with the tools of this machine.
     *
     * @param prelude what the shell does first, ending in a semicolon, or the empty text
     */
    Optional<List<String>> start(String prelude) {
        if (command.isEmpty()) {
            return Optional.empty();
        }
        String[] words = command.split("\\s+", 2);
        String rest = words.length > 1 ? " " + words[1] : "";
        String program = switch (words[0]) {
            case "python", "python3" -> "{python}";
            case "gunicorn", "uvicorn", "flask", "waitress", "hypercorn" -> "{python} -m " + words[0];
            case "node" -> "{node}";
            case "npm" -> "{npm}";
            case "java" -> "{java}";
            default -> "";
        };
        String line = program.isEmpty() ? command : "exec " + program + rest;
        return Optional.of(List.of("/bin/sh", "-c", prelude + line));
    }
}
