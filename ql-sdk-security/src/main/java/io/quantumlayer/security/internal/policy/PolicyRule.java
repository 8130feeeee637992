package io.quantumlayer.security.internal.policy;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Waiver;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import io.quantumlayer.security.internal.text.PlainText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One rule, compiled. Immutable. */
public final class PolicyRule {
    private static final int MOST_ROUNDS = 10_000;
    private static final CelOptions OPTIONS =
            CelOptions.current().comprehensionMaxIterations(MOST_ROUNDS).build();

    private final String name;
    private final Set<SecurityLevel> levels;
    private final Subject subject;
    private final String reason;
    private final CelRuntime.Program program;

    private PolicyRule(Text text, CelRuntime.Program program) {
        this.name = text.name();
        this.levels = EnumSet.copyOf(text.levels());
        this.subject = text.subject();
        this.reason = text.reason();
        this.program = program;
    }

    /** What a rule is asked about. */
    enum Subject {
        FINDING,
        REPORT,
        SCAN;

        String variable() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A rule as it is written. */
    record Text(String name, Set<SecurityLevel> levels, Subject subject, String refuse, String reason) {}

    /** What a rule refuses: a sentence, and the finding if it is about one. */
    public record Refusal(String told, Optional<Finding> finding) {}

    /**
     * Compiles a rule.
     *
     * @throws CelValidationException if it is no CEL, or speaks of what there is not
     */
    static PolicyRule compile(Text text) throws CelValidationException {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL)
                .addVar("level", SimpleType.STRING)
                .addVar("waivers", ListType.create(SimpleType.STRING))
                .addVar(text.subject().variable(), MapType.create(SimpleType.STRING, SimpleType.DYN));
        for (Severity severity : Severity.values()) {
            builder.addVar(severity.name(), SimpleType.INT);
        }
        CelCompiler compiler = builder.build();
        CelRuntime runtime =
                CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();
        try {
            return new PolicyRule(
                    text, runtime.createProgram(compiler.compile(text.refuse()).getAst()));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("an expression that was checked cannot be made a program", e);
        }
    }

    /** Whether it is asked at a level. */
    public boolean asks(SecurityLevel level) {
        return levels.contains(level);
    }

    /** What it refuses in a scan; what cannot be evaluated is refused as not proved. */
    public List<Refusal> refusals(PolicyQuestion question) {
        List<Refusal> refusals = new ArrayList<>();
        List<String> waived = question.waivers().stream().map(Waiver::limit).toList();
        for (ScanFacts.Fact fact : ScanFacts.of(question.reports(), subject)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted at rule " + name + ": nobody waits for the decision");
            }
            Map<String, Object> variables = new HashMap<>();
            variables.put("level", question.level().name());
            variables.put("waivers", waived);
            variables.put(subject.variable(), fact.values());
            for (Severity severity : Severity.values()) {
                variables.put(severity.name(), ScanFacts.rank(severity));
            }
            String about = fact.told().isEmpty() ? "" : ": " + fact.told();
            try {
                if (!Boolean.FALSE.equals(program.eval(variables))) {
                    refusals.add(new Refusal(name + ": " + reason + about, fact.finding()));
                }
            } catch (CelEvaluationException e) {
                refusals.add(new Refusal(
                        "not proved: rule " + name + " cannot be evaluated" + about + ": "
                                + PlainText.of(String.valueOf(e.getMessage())),
                        Optional.empty()));
            }
        }
        return refusals;
    }
}
