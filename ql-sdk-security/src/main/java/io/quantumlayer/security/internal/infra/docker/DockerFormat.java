package io.quantumlayer.security.internal.infra.docker;

import com.google.re2j.Pattern;
import io.quantumlayer.security.internal.infra.rule.Format;
import io.quantumlayer.security.internal.infra.rule.InfraFile;
import io.quantumlayer.security.internal.infra.rule.InfraRules;
import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Dockerfiles, by any of the names that tools give them; one with an ending of its own must hold FROM to be one. */
public final class DockerFormat implements Format {
    private static final String WORD = "(?:dockerfile|containerfile)";
    private static final Pattern NAME = Pattern.compile(WORD + "(?:[.-][a-z0-9_.-]+)?|[a-z0-9_.-]+\\." + WORD);
    private static final Pattern OTHER = Pattern.compile(".*\\.(?:dockerignore|md|txt|bak|orig|rst|html"
            + "|go|java|py|js|ts|rs|rb|sh|json|ya?ml|toml|xml"
            + "|j2|jinja2?|tmpl|tpl|template|mustache|hbs|erb|in|ejs|ftl|gotmpl)");

    private static final Pattern SURE = Pattern.compile(WORD + "|.*\\." + WORD);
    private static final Pattern FROM = Pattern.compile("(?im)^\\s*FROM\\s+\\S");

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
        return SURE.matches(file.name()) || FROM.matcher(file.roughly()).find();
    }

    @Override
    public boolean judge(InfraFile file, Verdict out) throws MalformedInfra {
        if (!mayBe(file)) {
            return false;
        }
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
