package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.QuantumLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what stands outside although no release uses it. */
@Command(
        name = "orphans",
        mixinStandardHelpOptions = true,
        description = "Lists what stands although no release uses it; destroy NAME removes it.")
final class OrphansCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        try (QuantumLayer ql = common.open()) {
            Orphans orphans = ql.orphans();
            common.output().orphans(orphans);
            return orphans.found().isEmpty() && orphans.unsearched().isEmpty() ? ExitCode.DONE : ExitCode.LEFTOVERS;
        }
    }
}
