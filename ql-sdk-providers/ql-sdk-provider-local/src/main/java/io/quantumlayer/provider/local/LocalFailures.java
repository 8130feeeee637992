package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.ReleaseId;
import java.time.Duration;
import java.util.List;

/** Every failure this provider names, each with its code and its remedy in one place. */
final class LocalFailures {
    private static final int EXIT_NOT_EXECUTABLE = 126;
    private static final int EXIT_NOT_FOUND = 127;
    private static final int EXIT_KILLED = 137;

    private LocalFailures() {}

    static Failure noHome() {
        return configuration(
                "no-home", "the local provider keeps applications under the library's home: build it with home(path)");
    }

    static Failure badSetting(String name, String value, String expected) {
        return configuration("setting", "the setting '" + name + "' must be " + expected + ", not '" + value + "'");
    }

    static Failure noPodman() {
        return configuration(
                "no-podman",
                "a release with an image runs in a container: install podman, or set the setting 'podman' to its path");
    }

    static Failure podman(String answer) {
        String text = answer.strip();
        return Failure.of(ErrorType.DEPENDENCY, code("podman"), "podman refused: " + (text.isEmpty() ? "-" : text));
    }

    static Failure noJava() {
        return configuration(
                "no-java", "no java program is known: set the setting 'java' to the path of a java program");
    }

    static Failure replicas(int count) {
        return configuration(
                "replicas", "this machine runs one instance of a release, not " + count + ": plan one replica");
    }

    static Failure badSecretName() {
        return Failure.of(
                ErrorType.VALIDATION,
                code("secret-name"),
                "the name of a secret must be that of a variable: letters, digits and underscores");
    }

    static Failure badCursor() {
        return Failure.of(
                ErrorType.VALIDATION, code("cursor"), "a log cursor is empty or the one that the page before named");
    }

    static Failure foreignOperation(String id, String missing) {
        return Failure.of(
                ErrorType.VALIDATION,
                code("operation"),
                "operation '" + id + "' is not one of this provider: '" + missing + "' is missing");
    }

    static Failure dataInUse() {
        return Failure.of(
                        ErrorType.CONCURRENCY,
                        code("data-in-use"),
                        "the data belongs to the application and a release is left: remove the releases first")
                .notRetryable();
    }

    static Failure otherRelease(ReleaseId release) {
        return Failure.of(
                        ErrorType.CONCURRENCY,
                        code("other-release"),
                        "the folder of release " + release + " holds a release of another digest: remove it first")
                .notRetryable();
    }

    static Failure notPlaced(ReleaseId release) {
        return Failure.of(
                ErrorType.DEPENDENCY, code("not-placed"), "release " + release + " is not placed on this machine");
    }

    static Failure stillRunning(long pid) {
        return Failure.of(
                ErrorType.TIMEOUT, code("still-running"), "process " + pid + " could not be ended in the time left");
    }

    static Failure portTaken(int port) {
        return configuration(
                "port-taken",
                "port " + port + " of 127.0.0.1 is taken by another program: end that one or plan another port");
    }

    static Failure addressTaken(List<String> log) {
        return configuration(
                "port-taken",
                "the application's address is taken by another program: end that one or plan another port"
                        + logged(log));
    }

    static Failure neverListened(int port, Duration waited, List<String> log) {
        return Failure.of(
                ErrorType.TIMEOUT,
                code("not-listening"),
                "the application did not listen on its PORT " + port + " within " + waited + logged(log));
    }

    static Failure ended(int exitCode, List<String> log) {
        return switch (exitCode) {
            case 0 ->
                configuration("ended", "the application ended by itself instead of listening on PORT" + logged(log));
            case EXIT_NOT_EXECUTABLE, EXIT_NOT_FOUND ->
                configuration(
                        "not-started", "the command cannot be started (exit code " + exitCode + ")" + logged(log));
            case EXIT_KILLED ->
                Failure.of(
                        ErrorType.RESOURCE,
                        code("killed"),
                        "the application was killed, as for want of memory (exit code 137)" + logged(log));
            default ->
                Failure.of(
                        ErrorType.UNKNOWN,
                        code("exited"),
                        "the application ended with exit code " + exitCode + " before it listened" + logged(log));
        };
    }

    static Failure vanished(List<String> log) {
        return Failure.of(
                ErrorType.RESOURCE,
                code("vanished"),
                "the application vanished without an exit code, as after a kill" + logged(log));
    }

    static Failure forwarderEnded(int exitCode, List<String> log) {
        return Failure.of(
                ErrorType.DEPENDENCY,
                code("forwarder-ended"),
                "the forwarder ended with exit code " + exitCode + logged(log));
    }

    static Failure forwarderRefused(String reason, String message) {
        ErrorType type = switch (reason) {
            case "stopping" -> ErrorType.CONCURRENCY;
            case "state" -> ErrorType.RESOURCE;
            case "bad-request", "too-long" -> ErrorType.VALIDATION;
            default -> ErrorType.UNKNOWN;
        };
        return Failure.of(type, code("forwarder-refused"), "the forwarder refused (" + reason + "): " + message);
    }

    static Failure forwarderUnreachable(String message) {
        return Failure.of(ErrorType.SERVICE_UNAVAILABLE, code("forwarder-unreachable"), message);
    }

    static Failure forwarderUnknown(String message) {
        return Failure.of(ErrorType.TIMEOUT, code("forwarder-unknown"), message);
    }

    static String code(String name) {
        return "provider.local." + name;
    }

    private static Failure configuration(String name, String message) {
        return Failure.of(ErrorType.CONFIGURATION, code(name), message);
    }

    private static String logged(List<String> lines) {
        return lines.isEmpty() ? "; it printed nothing" : "; it printed:\n" + String.join("\n", lines);
    }
}
