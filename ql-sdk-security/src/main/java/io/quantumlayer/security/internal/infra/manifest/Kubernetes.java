package io.quantumlayer.security.internal.infra.manifest;

import io.quantumlayer.security.internal.infra.rule.InfraRules;
import io.quantumlayer.security.internal.infra.rule.SecretNames;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.tree.Subject;
import io.quantumlayer.security.internal.infra.tree.SubjectRule;
import io.quantumlayer.security.internal.infra.tree.Value;
import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import io.quantumlayer.security.internal.infra.tree.Value.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges Kubernetes objects; a pod's containers are judged one by one, and what the pod says holds for them. */
final class Kubernetes {
    /** The groups whose objects Kubernetes itself defines, with a version. */
    static final String API =
            "(?:v[0-9][a-z0-9]*|(?:apps|batch|autoscaling|policy|extensions|[a-z0-9.-]{1,100}\\.k8s\\.io)"
                    + "/v[0-9][a-z0-9]*)";

    private static final Pattern VERSION = Pattern.compile(API);
    private static final Set<String> TEMPLATED =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job");
    private static final List<String> CONTAINERS = List.of("containers", "initContainers", "ephemeralContainers");

    private final List<SubjectRule> rules;

    Kubernetes(InfraRules rules) {
        this.rules = SubjectRule.of(rules, "kubernetes.");
    }

    /** Judges a document, and says whether it holds Kubernetes objects. */
    boolean judge(Value document, Verdict out) {
        String kind = document.text("kind").orElse("");
        if (kind.isEmpty()
                || !VERSION.matcher(document.text("apiVersion").orElse("")).matches()) {
            return false;
        }
        if (kind.equals("List")) {
            List<Value> items = document.at("items").toList();
            items.forEach(item -> judge(item, out));
            return !items.isEmpty();
        }
        if (kind.equals("Config")) {
            return false;
        }
        String label = kind + " " + document.text("metadata.name").orElse("without a name");
        rule(Subject.of("kind/" + kind, label, document), out);
        rule(Subject.of("object", label, document), out);
        pod(kind).ifPresent(path -> document.at(path).forEach(pod -> pod(label, pod, out)));
        if (kind.equals("Role") || kind.equals("ClusterRole")) {
            document.at("rules").forEach(rights -> rights(label, rights, out));
        }
        return true;
    }

    private static Optional<String> pod(String kind) {
        if (kind.equals("Pod")) {
            return Optional.of("spec");
        }
        if (kind.equals("CronJob")) {
            return Optional.of("spec.jobTemplate.spec.template.spec");
        }
        return TEMPLATED.contains(kind) ? Optional.of("spec.template.spec") : Optional.empty();
    }

    private void pod(String label, Value pod, Verdict out) {
        rule(Subject.of("pod", label, pod), out);
        for (String list : CONTAINERS) {
            pod.at(list).forEach(each -> {
                if (each instanceof Fields) {
                    String name = label + ", container " + each.text("name").orElse("without a name");
                    rule(new Subject("container", name, each, pod), out);
                    image(name, each, out);
                    each.at("env").forEach(variable -> secret(name, variable, out));
                }
            });
        }
    }

    private void rule(Subject subject, Verdict out) {
        rules.forEach(rule -> rule.judge(subject, out));
    }

    private static void image(String label, Value container, Verdict out) {
        container.at("image").forEach(value -> {
            if (value instanceof Text image && !image.text().contains("@sha256:")) {
                String name = image.text().substring(image.text().lastIndexOf('/') + 1);
                if (name.indexOf(':') < 0 || name.endsWith(":latest")) {
                    out.found("kubernetes.image-latest", image.line(), label);
                }
            }
        });
    }

    private static void secret(String label, Value variable, Verdict out) {
        String name = variable.text("name").orElse("");
        if (SecretNames.holds(name, variable.text("value").orElse(""))) {
            out.found("kubernetes.secret", variable.line(), label + ", variable " + name);
        }
    }

    private static void rights(String label, Value rights, Verdict out) {
        if (rights.says("verbs", "*") && rights.says("resources", "*")) {
            out.found("kubernetes.all-rights", rights.line(), label);
        } else if (rights.says("verbs", "*") || rights.says("resources", "*")) {
            out.found("kubernetes.wildcard-rights", rights.line(), label + ", " + wild(rights));
        }
    }

    private static String wild(Value rights) {
        return rights.says("verbs", "*") ? "verbs" : "resources";
    }
}
