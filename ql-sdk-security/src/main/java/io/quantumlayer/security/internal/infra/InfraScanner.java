package io.quantumlayer.security.internal.infra;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.internal.infra.docker.DockerFormat;
import io.quantumlayer.security.internal.infra.manifest.ManifestFormat;
import io.quantumlayer.security.internal.infra.rule.Format;
import io.quantumlayer.security.internal.infra.rule.InfraFile;
import io.quantumlayer.security.internal.infra.rule.InfraRules;
import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.terraform.TerraformFormat;
import io.quantumlayer.security.internal.scan.Findings;
import io.quantumlayer.security.internal.scan.Findings.Place;
import io.quantumlayer.security.internal.scan.Patience;
import io.quantumlayer.security.internal.text.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for weaknesses in infrastructure files.
 *
 * <p>It fails closed: a file of a kind that it judges and does not understand, cannot read or finds too large gives a
 * failed report that names all of them. A source without such files is not applicable.
 */
public final class InfraScanner implements Scanner {
    /** The id by which settings and reports name this scanner. */
    public static final String ID = "infra";

    private static final int NAMED = 10;

    /** Creates a scanner; its rules are read at its first scan. */
    public InfraScanner() {}

    /** Read once per class loader and only when needed. */
    private static final class BuiltIn {
        static final InfraRules RULES = InfraRules.builtIn();
        static final List<Format> FORMATS =
                List.of(new DockerFormat(RULES), new TerraformFormat(RULES), new ManifestFormat(RULES));

        private BuiltIn() {}
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ScanReport scan(CallContext context, Path source) {
        try {
            return new Run(new Patience(context, ID)).over(source);
        } catch (QuantumLayerException stopped) {
            return ScanReport.failed(ID, stopped.failure());
        }
    }

    private static final class Run implements InfraWalk.Visitor {
        private final Patience patience;
        private final Findings findings = new Findings();
        private final List<String> broken = new ArrayList<>();
        private int judged;
        private int templates;

        Run(Patience patience) {
            this.patience = patience;
        }

        ScanReport over(Path source) {
            new InfraWalk(source, patience, this).run();
            if (!broken.isEmpty()) {
                String more = broken.size() > NAMED ? "; and " + (broken.size() - NAMED) + " more" : "";
                throw new QuantumLayerException(Failure.of(
                                ErrorType.VALIDATION,
                                "scanner.infra.not-understood",
                                "not every infrastructure file was understood: "
                                        + String.join("; ", broken.subList(0, Math.min(NAMED, broken.size()))) + more)
                        .notRetryable());
            }
            if (judged > 0) {
                return findings.report(ID);
            }
            return ScanReport.notApplicable(
                    ID,
                    templates == 0
                            ? "the source holds no infrastructure file"
                            : templates + " templates of infrastructure files can be judged when they are rendered");
        }

        @Override
        public boolean wants(String name) {
            return BuiltIn.FORMATS.stream().anyMatch(format -> format.reads(name));
        }

        @Override
        public void file(InfraFile file) {
            Place place = place(file.path());
            Verdict verdict = new Verdict(BuiltIn.RULES, findings, place);
            for (Format format : BuiltIn.FORMATS) {
                if (format.reads(file.name()) && judge(format, file, verdict)) {
                    return;
                }
            }
            templates += verdict.templated() ? 1 : 0;
        }

        private boolean judge(Format format, InfraFile file, Verdict verdict) {
            try {
                if (!file.whole() && format.mayBe(file)) {
                    throw new MalformedInfra(0, "it is larger than " + InfraFile.LARGEST + " bytes");
                }
                if (!file.whole() || !format.judge(file, verdict)) {
                    return false;
                }
                judged++;
                findings.read(file.size());
                findings.whole();
            } catch (MalformedInfra e) {
                unread(file.path(), e.why());
            }
            return true;
        }

        @Override
        public void unread(String path, String why) {
            broken.add(PlainText.of(path) + ": " + PlainText.of(why));
        }

        @Override
        public void leftOut(String path, String why) {
            findings.skip(place(path), why);
        }

        private static Place place(String path) {
            return new Place(path, PlainText.of(path));
        }
    }
}
