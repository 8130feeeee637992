package io.quantumlayer.provider.local;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** States what this machine offers, as observed today; what nobody can observe of it stays UNKNOWN. */
final class LocalOfferings {
    private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s+([0-9]{1,15}) kB");
    private static final long KIB_PER_MIB = 1024;

    private final LocalSettings settings;
    private final Toolchain tools;
    private final Clock clock;

    LocalOfferings(LocalSettings settings, Toolchain tools, Clock clock) {
        this.settings = settings;
        this.tools = tools;
        this.clock = clock;
    }

    List<Offering> list() {
        FactSource machine = new FactSource("this machine", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), true);
        Offering offering = Offering.of("local/process/this-machine", Strategy.LOCAL)
                .withFacts(
                        fact("runtime.java", settings.java().flatMap(JavaProgram::version), "", machine),
                        fact("runtime.static", settings.java().flatMap(JavaProgram::version), "", machine),
                        fact("runtime.python", version(Tool.PYTHON), "", machine),
                        fact("runtime.javascript", version(Tool.NODE), "", machine),
                        Fact.of("runtime.any-command", "true", "", machine),
                        Fact.of("cpu.count", Integer.toString(processors()), "", machine),
                        fact("memory.max", memory(), "MiB", machine),
                        Fact.of("replicas.max", "1", "", machine),
                        Fact.of("price.month", "0", "USD", machine),
                        Fact.of("region", "local", "", machine),
                        Fact.of("isolation.network", "shared with the machine", "", machine),
                        Fact.unknown("sla.availability"),
                        Fact.unknown("compliance"));
        return List.of(settings.country().map(offering::withCountry).orElse(offering));
    }

    private Optional<String> version(Tool tool) {
        return tools.find(tool).map(InstalledTool::version);
    }

    private static Fact fact(String name, Optional<String> value, String unit, FactSource source) {
        return value.map(text -> Fact.of(name, text, unit, source)).orElseGet(() -> Fact.unknown(name));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static Optional<String> memory() {
        try {
            Matcher total = TOTAL.matcher(Files.readString(Path.of("/proc/meminfo")));
            return total.find()
                    ? Optional.of(Long.toString(Long.parseLong(total.group(1)) / KIB_PER_MIB))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // another platform tells it otherwise: UNKNOWN until somebody reads it there
        }
    }
}
