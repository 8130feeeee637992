package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.core.internal.thread.TimedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sentence by the rules and asks the installed analyzers as well, all of them at once; what they propose is
 * merged in the order of their ids, whatever the order in which they were installed. Thread-safe. Close it to end their
 * threads.
 */
public final class InstalledAnalyzers implements Analysis, AutoCloseable {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

    private final RuleAnalyzer rules;
    private final List<BoundedAnalyzer> installed;

    /**
     * Creates an analysis.
     *
     * @param rules read every sentence first
     * @param analyzers the installed analyzers
     * @param limit how long each may take
     * @throws QuantumLayerException of type configuration if an id is none or stands twice
     */
    public InstalledAnalyzers(RuleAnalyzer rules, List<RequirementAnalyzer> analyzers, Duration limit) {
        this.rules = rules;
        Map<String, RequirementAnalyzer> byId = new TreeMap<>();
        for (RequirementAnalyzer analyzer : analyzers) {
            String id = analyzer.id();
            if (!ID.matcher(id).matches()) {
                throw refused("analyzer.id", "an analyzer's id is 1 to 40 characters [a-z0-9-]; rename one");
            }
            if (id.equals(BuiltInAnalyzer.ID) || byId.put(id, analyzer) != null) {
                throw refused("analyzer.duplicate", "two analyzers have the id '" + id + "'; rename one");
            }
        }
        this.installed = byId.entrySet().stream()
                .map(entry -> new BoundedAnalyzer(entry.getValue(), entry.getKey(), limit))
                .toList();
    }

    @Override
    public AppSpec analyze(DeploymentPlan plan, Supplier<CallContext> call) {
        Reading reading = new Reading();
        AppSpec known = rules.analyze(plan, reading);
        return plan.source() instanceof Source.Requirement requirement
                ? heard(known, requirement, reading.refusedLanguages, most(call.get()))
                : known;
    }

    /** Whoever asks is interrupted at the end of the call, and all would be lost: they must have been heard before. */
    private static CallContext most(CallContext call) {
        return call.within(call.remaining().multipliedBy(3).dividedBy(4));
    }

    private AppSpec heard(AppSpec known, Source.Requirement requirement, Set<String> refused, CallContext context) {
        List<TimedCall<@Nullable Effect<AppSpec>>> calls = new ArrayList<>();
        try {
            installed.forEach(analyzer -> calls.add(analyzer.ask(context, requirement)));
            Quotations quotations = Quotations.of(requirement.text());
            AppSpec spec = known;
            for (int i = 0; i < calls.size(); i++) {
                BoundedAnalyzer analyzer = installed.get(i);
                Hearing hearing = new Hearing(analyzer.id(), quotations);
                AppSpec before = spec;
                AppSpec after = analyzer.proposals(calls.get(i), hearing)
                        .map(proposed -> merged(hearing, before, proposed, refused))
                        .orElse(before);
                spec = remarked(after, hearing);
            }
            return spec;
        } catch (RejectedExecutionException closed) {
            throw new QuantumLayerException(
                    Failure.of(ErrorType.UNKNOWN, "analyze.closed", "the library is closed"), closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QuantumLayerException(
                    Failure.of(ErrorType.UNKNOWN, "analyze.interrupted", "the wait for an analyzer was interrupted"),
                    e);
        } finally {
            calls.forEach(TimedCall::close);
        }
    }

    private static AppSpec merged(Hearing hearing, AppSpec known, AppSpec proposed, Set<String> refused) {
        try {
            return ProposalMerge.of(hearing, known, proposed, refused);
        } catch (ClassCastException e) {
            // Only by tricks with raw types does a trait hold a value of another type.
            hearing.remark("proposes nothing: its answer holds values of wrong types");
            return known;
        }
    }

    private static AppSpec remarked(AppSpec spec, Hearing hearing) {
        AppSpecBuilder builder = spec.toBuilder();
        hearing.remarks().forEach(builder::addContradiction);
        return builder.build();
    }

    private static QuantumLayerException refused(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, code, message));
    }

    @Override
    public void close() {
        installed.forEach(BoundedAnalyzer::close);
    }
}
