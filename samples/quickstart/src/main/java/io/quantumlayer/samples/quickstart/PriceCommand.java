package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.cost.Pricing;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.core.WorkloadFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prices a month of a workload. */
@Command(
        name = "price",
        mixinStandardHelpOptions = true,
        description = "Prices a month of a workload at one offering, or at every one that can run it.")
final class PriceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORKLOAD.yaml", description = "A workload file, see docs/guidelines/workloads.md.")
    private Path workload = Path.of("workload.yaml");

    @Option(
            names = "--offering",
            paramLabel = "PROVIDER/SERVICE/REGION",
            description = "The offering, as aws/lambda/us-east-1 (default: a table over all).")
    private String offering = "";

    @Option(names = "--without-free-grants", description = "Leaves out what a vendor gives away each month.")
    private boolean withoutFreeGrants;

    @Option(names = "--json", description = "Prints one JSON object a bill on standard output and nothing else there.")
    private boolean json;

    @Override
    public Integer call() {
        WorkloadProfile profile = WorkloadFile.read(workload);
        FreeGrants grants = withoutFreeGrants ? FreeGrants.LEFT_OUT : FreeGrants.COUNTED;
        Output output = json ? new JsonOutput(System.out) : new TextOutput(System.out);
        try (QuantumLayer ql = QuantumLayerBuilder.create().build()) {
            Pricing pricing = ql.pricing();
            if (offering.isEmpty()) {
                output.bills(pricing.bills(profile, grants));
            } else {
                output.bill(pricing.bill(profile, offering, grants));
            }
        }
        return ExitCode.DONE;
    }
}
