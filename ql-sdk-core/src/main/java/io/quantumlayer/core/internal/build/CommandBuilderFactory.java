package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.ArtifactBuilderFactory;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Creates the builder that core brings along. */
public final class CommandBuilderFactory implements ArtifactBuilderFactory {
    static final Setting CACHE = new Setting(
            "cache",
            "folder for the caches of uv, pip, npm and Maven, shared by all tenants; empty for one a tenant below home",
            "",
            false);

    static final Setting REUSE_AGE = new Setting(
            "reuse-age", "how long a build that passed stands for later ones, such as P30D or PT12H", "P30D", false);
    static final Setting REUSE_COUNT = new Setting(
            "reuse-count", "how many of the newest builds that passed are kept for each tenant", "200", false);

    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,5}");

    private final UnaryOperator<String> redactor;
    private final boolean reuses;

    /**
     * Creates the factory.
     *
     * @param redactor takes known secrets out of a build's output
     * @param reuses whether the result of an earlier build of equal inputs will do
     */
    public CommandBuilderFactory(UnaryOperator<String> redactor, boolean reuses) {
        this.redactor = redactor;
        this.reuses = reuses;
    }

    @Override
    public String id() {
        return CommandBuilder.ID;
    }

    @Override
    public List<Setting> settings() {
        return List.of(CACHE, REUSE_AGE, REUSE_COUNT, Outbound.PROXY, Outbound.CERTIFICATES);
    }

    @Override
    public ArtifactBuilder create(ExtensionContext context) {
        return new CommandBuilder(context, redactor, reuses);
    }

    static PassedBuilds.Limits kept(Map<String, String> settings) {
        String age = settings.getOrDefault(REUSE_AGE.name(), REUSE_AGE.defaultValue());
        String count = settings.getOrDefault(REUSE_COUNT.name(), REUSE_COUNT.defaultValue());
        try {
            Duration longest = Duration.parse(age);
            if (longest.isNegative() || longest.compareTo(LONGEST) > 0) {
                throw refused("command.reuse-age is from PT0S to " + LONGEST + ", not " + age);
            }
            if (!COUNT.matcher(count).matches()) {
                throw refused("command.reuse-count is a whole number from 0 to 99999, not '" + count + "'");
            }
            return new PassedBuilds.Limits(longest, Integer.parseInt(count));
        } catch (DateTimeParseException e) {
            throw refused("command.reuse-age is a duration such as P30D, not '" + age + "'");
        }
    }

    private static QuantumLayerException refused(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, "setting.value", message));
    }
}
