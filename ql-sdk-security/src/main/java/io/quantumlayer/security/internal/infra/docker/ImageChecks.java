package io.quantumlayer.security.internal.infra.docker;

import io.quantumlayer.security.internal.infra.rule.SecretNames;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules about the image as a whole: who runs it, what it starts from, what stays in it. */
final class ImageChecks {
    private static final Set<String> ROOT = Set.of("root", "0");

    private final Dockerfile file;
    private final Verdict out;

    ImageChecks(Dockerfile file, Verdict out) {
        this.file = file;
        this.out = out;
    }

    void run() {
        user();
        file.based().forEach(this::base);
        health();
        file.instructions().forEach(this::secrets);
    }

    private void user() {
        List<Stage> lineage = file.lineage();
        for (Stage stage : lineage) {
            Optional<Instruction> user = stage.last("USER");
            if (user.isPresent()) {
                named(stage, user.get());
                return;
            }
        }
        String base = lineage.get(lineage.size() - 1).image().toLowerCase(Locale.ROOT);
        if (!base.contains("nonroot")) {
            out.found("docker.no-user", file.result().from().line(), "the image");
        }
    }

    private void named(Stage stage, Instruction user) {
        Optional<String> name = variables(stage, user).fill(user.arguments());
        if (name.isEmpty()) {
            out.open(user.line(), "the user is a variable without a value");
        } else if (ROOT.contains(name.get().split(":", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            out.found("docker.user-root", user.line(), "USER");
        }
    }

    /** The variables that an instruction of a stage sees; those before the first stage count where it asks for them. */
    private Variables variables(Stage stage, Instruction until) {
        Variables before = new Variables();
        file.instructions().stream().takeWhile(each -> !each.is("FROM")).forEach(before::take);
        Variables seen = new Variables();
        for (Instruction each : stage.instructions()) {
            if (each.line() >= until.line()) {
                break;
            }
            if (each.is("ARG") && each.arguments().indexOf('=') < 0) {
                before.fill("${" + each.arguments() + "}").ifPresent(value -> seen.set(each.arguments(), value));
            } else {
                seen.take(each);
            }
        }
        return seen;
    }

    private void base(Stage stage) {
        String image = stage.image();
        int line = stage.from().line();
        if (image.equals("scratch") || image.contains("@sha256:")) {
            return;
        }
        if (image.indexOf('$') >= 0) {
            out.open(line, "the image is a variable without a value");
            return;
        }
        String name = image.substring(image.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        if (colon < 0 || name.substring(colon).equals(":latest")) {
            out.found("docker.base-latest", line, "FROM " + image);
        } else {
            out.found("docker.base-unpinned", line, "FROM " + image);
        }
    }

    private void health() {
        Optional<Instruction> check = file.lineage().stream()
                .flatMap(stage -> stage.last("HEALTHCHECK").stream())
                .findFirst();
        if (check.isEmpty() || check.get().arguments().equalsIgnoreCase("NONE")) {
            int line = check.orElse(file.result().from()).line();
            out.found("docker.no-healthcheck", line, "the image");
        }
    }

    private void secrets(Instruction instruction) {
        Instruction done = instruction.triggered();
        if (!done.is("ENV") && !done.is("ARG")) {
            return;
        }
        for (Assignment each : Assignment.of(done)) {
            if (SecretNames.holds(each.name(), each.value())) {
                out.found("docker.secret", instruction.line(), done.name() + " " + each.name());
            }
        }
    }
}
