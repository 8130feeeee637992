package io.quantumlayer.security.internal.sca;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.internal.inventory.InventoryWalk;
import io.quantumlayer.security.inventory.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Compares the packages of a source with advisories.
 *
 * <p>It fails closed: a lock file that cannot be understood, files that name no package, and advisories that cannot all
 * be read give a failed report. A source without any file that names packages is not applicable.
 */
public final class ScaScanner implements Scanner {
    /** The id by which settings and reports name this scanner. */
    public static final String ID = "sca";

    private final Optional<AdvisorySource> advisories;

    private ScaScanner(Optional<AdvisorySource> advisories) {
        this.advisories = advisories;
    }

    /**
     * Creates a scanner.
     *
     * @param data a folder or zip of advisories, or empty
     * @param api the base address of an OSV API, or empty
     * @return the scanner, which is not enabled if both are empty
     * @throws QuantumLayerException of type configuration if both are set, or one is no place
     */
    public static ScaScanner of(String data, String api) {
        if (!data.isEmpty() && !api.isEmpty()) {
            throw setting("set either data or api, not both");
        }
        if (!data.isEmpty()) {
            Path place = Path.of(data);
            if (!Files.exists(place)) {
                throw setting("data is " + data + ", which does not exist");
            }
            return new ScaScanner(Optional.of(new LocalAdvisories(place)));
        }
        if (api.isEmpty()) {
            return new ScaScanner(Optional.empty());
        }
        HttpUrl base = HttpUrl.parse(api);
        if (base == null) {
            throw setting("api is no http or https address");
        }
        return new ScaScanner(Optional.of(new OsvApi(base)));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ScanReport scan(CallContext context, Path source) {
        try {
            Inventory inventory = new InventoryWalk(source).run();
            if (inventory.files().isEmpty() && inventory.unreadable().isEmpty()) {
                return ScanReport.notApplicable(ID, "no file of the source names packages");
            }
            if (advisories.isEmpty()) {
                return ScanReport.notEnabled(
                        ID, "set sca.data to OSV advisories, or sca.api to the address of an OSV API");
            }
            return judge(context, source, inventory, advisories.get());
        } catch (QuantumLayerException stopped) {
            return ScanReport.failed(ID, stopped.failure());
        }
    }

    private static ScanReport judge(CallContext context, Path source, Inventory inventory, AdvisorySource advisories) {
        if (!inventory.unreadable().isEmpty()) {
            throw failed("unreadable", "packages are unknown: " + String.join("; ", inventory.unreadable()));
        }
        if (inventory.packages().isEmpty()) {
            throw failed(
                    "no-packages",
                    "saw 0 packages in " + inventory.files().size() + " files, which is no all-clear: "
                            + String.join("; ", inventory.gaps()));
        }
        List<Advisory> found = advisories.about(context, inventory.packages());
        Coverage coverage = InventoryWalk.coverage(source, inventory, inventory.gaps());
        return ScanReport.completed(ID, new Matching(found).findings(inventory.packages()), coverage);
    }

    private static QuantumLayerException failed(String code, String message) {
        return new QuantumLayerException(
                Failure.of(ErrorType.VALIDATION, "scanner.sca." + code, message).notRetryable());
    }

    private static QuantumLayerException setting(String message) {
        return new QuantumLayerException(
                Failure.of(ErrorType.CONFIGURATION, "scanner.sca.setting", "settings of sca: " + message));
    }
}
