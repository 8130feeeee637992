package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.extension.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's settings, checked once when it is created.
 *
 * @param java the program that runs Java applications and the forwarder; empty if none is known
 * @param drain how long a busy connection to a former release may go on after a switch
 * @param grace how long an application may take to end before it is killed
 * @param start how long an application may take until it listens
 * @param country the country this machine stands in, if the caller says so
 */
record LocalSettings(
        Optional<JavaProgram> java, Duration drain, Duration grace, Duration start, Optional<String> country) {
    private static final Duration MAX = Duration.ofMinutes(10);

    static final List<Setting> KNOWN = List.of(
            new Setting(
                    "java", "path of the java program to run applications with; empty for the host's own", "", false),
            new Setting(
                    "drain", "how long busy connections go on after a switch, ISO 8601, up to PT10M", "PT5S", false),
            new Setting("grace", "how long an application may take to end, ISO 8601, up to PT10M", "PT5S", false),
            new Setting("start", "how long an application may take to listen, ISO 8601, up to PT10M", "PT3M", false),
            new Setting(
                    "podman", "path of the podman program for releases with an image; empty to look for it", "", false),
            new Setting("containers-conf", "the file that podman reads as its containers.conf", "", false),
            new Setting(
                    "country", "ISO 3166-1 alpha-2 code of where this machine stands; empty if unknown", "", false));

    /** Reads the values; a missing one has its default. */
    static LocalSettings of(Map<String, String> values) {
        return new LocalSettings(
                java(value(values, "java")),
                duration(values, "drain"),
                duration(values, "grace"),
                duration(values, "start"),
                country(value(values, "country")));
    }

    private static Optional<JavaProgram> java(String path) {
        if (path.isEmpty()) {
            return JavaProgram.ofThisProcess();
        }
        Path program = Path.of(path);
        if (!program.isAbsolute() || !Files.isExecutable(program)) {
            throw bad("java", path, "the absolute path of a program");
        }
        return Optional.of(JavaProgram.at(program));
    }

    private static Duration duration(Map<String, String> values, String name) {
        String text = value(values, name);
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(MAX) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new QuantumLayerException(LocalFailures.badSetting(name, text, "a duration such as PT5S"), e);
        }
        throw bad(name, text, "from PT0S to PT10M");
    }

    private static Optional<String> country(String code) {
        if (!code.isEmpty() && !code.matches("[A-Z]{2}")) {
            throw bad("country", code, "two upper-case letters");
        }
        return Optional.of(code).filter(text -> !text.isEmpty());
    }

    private static String value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseGet(() -> KNOWN.stream()
                        .filter(setting -> setting.name().equals(name))
                        .map(Setting::defaultValue)
                        .findFirst()
                        .orElseThrow());
    }

    private static QuantumLayerException bad(String name, String value, String expected) {
        return new QuantumLayerException(LocalFailures.badSetting(name, value, expected));
    }
}
