package io.quantumlayer.security.internal.infra.docker;

import com.google.re2j.Pattern;
import io.quantumlayer.security.internal.infra.Format;
import io.quantumlayer.security.internal.infra.InfraFile;
import io.quantumlayer.security.internal.infra.InfraRules;
import io.quantumlayer.security.internal.infra.MalformedInfra;
import io.quantumlayer.security.internal.infra.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Dockerfiles, by any of the names that tools give them. */
public final class DockerFormat implements Format {
    private static final String WORD = "(?:dockerfile|containerfile)";
    private static final Pattern NAME = Pattern.compile(WORD + "(?:[.-][a-z0-9_.-]+)?|[a-z0-9_.-]+\\." + WORD);
    private static final Pattern OTHER = Pattern.compile(".*\\.(?:dockerignore|md|txt|bak|orig|rst|html"
            + "|j2|jinja2?|tmpl|tpl|template|mustache|hbs|erb|in|ejs|ftl|gotmpl)");

    private final List<InstructionRule> rules = new ArrayList<>();

    /**
     * Creates the format.
     *
     * @param rules all rules, of which it takes those about instructions
     */
    public DockerFormat(InfraRules rules) {
        rules.having("instruction").forEach((id, entry) -> this.rules.add(InstructionRule.of(id, entry)));
    }

    @Override
    public boolean reads(String name) {
        return NAME.matches(name) && !OTHER.matches(name);
    }

    @Override
    public boolean mayBe(InfraFile file) {
        return true;
    }

    @Override
    public boolean judge(InfraFile file, Verdict out) throws MalformedInfra {
        Dockerfile dockerfile = Dockerfile.of(file.text());
        for (Instruction instruction : dockerfile.instructions()) {
            rules.stream()
                    .filter(rule -> rule.breaks(instruction.triggered()))
                    .forEach(rule -> out.found(rule.id(), instruction.line(), instruction.name(), instruction.text()));
        }
        new ImageChecks(dockerfile, out).run();
        return true;
    }
}
