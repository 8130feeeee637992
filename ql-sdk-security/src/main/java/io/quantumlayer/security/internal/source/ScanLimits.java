package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.extension.Setting;
import java.util.List;
import java.util.Map;

/**
 * How much a scan reads of a source that somebody hostile may have made.
 *
 * @param fileBytes how much of one file is read; the rest is named as skipped
 * @param totalBytes how much is read in all; a larger source fails the scan
 * @param entries how many files and folders there may be; more fail the scan
 * @param depth how deep folders may lie in each other; deeper ones fail the scan
 */
public record ScanLimits(int fileBytes, long totalBytes, int entries, int depth) {
    /** The settings that hold the limits. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting("max-file-bytes", "how much of one file is read, 1024 to 67108864 bytes", "2097152", false),
            new Setting(
                    "max-total-bytes", "how much of a source is read, 1024 to 8589934592 bytes", "536870912", false),
            new Setting("max-entries", "how many files and folders a source may hold, 1 to 1000000", "50000", false));

    private static final int MAX_DEPTH = 64;
    private static final int LEAST_BYTES = 1024;

    /**
     * Reads the limits.
     *
     * @param settings name to value; a missing one has its default
     * @return the limits
     * @throws QuantumLayerException of type configuration naming the setting that is no number in its range
     */
    public static ScanLimits of(Map<String, String> settings) {
        return new ScanLimits(
                (int) number(settings, SETTINGS.get(0), LEAST_BYTES, 64L << 20),
                number(settings, SETTINGS.get(1), LEAST_BYTES, 8L << 30),
                (int) number(settings, SETTINGS.get(2), 1, 1_000_000),
                MAX_DEPTH);
    }

    private static long number(Map<String, String> settings, Setting setting, long least, long most) {
        String text = settings.getOrDefault(setting.name(), setting.defaultValue());
        if (text.matches("[0-9]{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        throw new QuantumLayerException(Failure.of(
                ErrorType.CONFIGURATION,
                "scanner.source.setting",
                "the setting '" + setting.name() + "' must be a number from " + least + " to " + most));
    }
}
