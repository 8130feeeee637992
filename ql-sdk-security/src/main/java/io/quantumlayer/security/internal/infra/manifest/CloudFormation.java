package io.quantumlayer.security.internal.infra.manifest;

import io.quantumlayer.security.internal.infra.rule.InfraRules;
import io.quantumlayer.security.internal.infra.rule.SecretNames;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.tree.AccessPolicy;
import io.quantumlayer.security.internal.infra.tree.Ingress;
import io.quantumlayer.security.internal.infra.tree.Subject;
import io.quantumlayer.security.internal.infra.tree.SubjectRule;
import io.quantumlayer.security.internal.infra.tree.Value;
import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import io.quantumlayer.security.internal.infra.tree.Value.Items;
import io.quantumlayer.security.internal.infra.tree.Value.Open;
import io.quantumlayer.security.internal.infra.tree.Value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges CloudFormation templates; what an intrinsic function gives is open. */
final class CloudFormation {
    private static final Set<String> POLICIES =
            Set.of("PolicyDocument", "AssumeRolePolicyDocument", "Policies.PolicyDocument", "KeyPolicy");

    private final List<SubjectRule> rules;

    CloudFormation(InfraRules rules) {
        this.rules = SubjectRule.of(rules, "cloudformation.");
    }

    /** Judges a document, and says whether it is a template. */
    boolean judge(Value document, Verdict out) {
        if (!(document instanceof Fields top) || !(top.values().get("Resources") instanceof Fields resources)) {
            return false;
        }
        boolean aws = resources.values().values().stream()
                .anyMatch(each -> each.text("Type").orElse("").startsWith("AWS::"));
        if (!aws && !top.values().containsKey("AWSTemplateFormatVersion")) {
            return false;
        }
        resources.values().forEach((name, resource) -> {
            String type = resource.text("Type").orElse("");
            Value said = resource instanceof Fields fields
                    ? fields.values().getOrDefault("Properties", new Fields(resource.line(), Map.of()))
                    : resource;
            resource(Subject.of(type, type + " " + name, withoutFunctions(said)), out);
        });
        return true;
    }

    private void resource(Subject subject, Verdict out) {
        rules.forEach(rule -> rule.judge(subject, out));
        for (String path : POLICIES) {
            subject.fields()
                    .at(path)
                    .forEach(policy -> AccessPolicy.judge(
                            policy,
                            subject.label(),
                            new AccessPolicy.Ids("cloudformation.policy-all", "cloudformation.policy-public"),
                            out));
        }
        if (subject.type().equals("AWS::EC2::SecurityGroup")) {
            subject.fields().at("SecurityGroupIngress").forEach(each -> ingress(subject, each, out));
        } else if (subject.type().equals("AWS::EC2::SecurityGroupIngress")) {
            ingress(subject, subject.fields(), out);
        }
        secrets(subject, out);
    }

    private static void ingress(Subject subject, Value rule, Verdict out) {
        Ingress ingress = new Ingress(List.of("CidrIp", "CidrIpv6"), List.of("FromPort", "ToPort"), "IpProtocol");
        ingress.judge(rule, out, () -> out.found("cloudformation.open-ingress", rule.line(), subject.label()));
    }

    private static void secrets(Subject subject, Verdict out) {
        if (subject.fields() instanceof Fields fields) {
            fields.values().forEach((name, value) -> {
                if (value instanceof Text text
                        && SecretNames.holds(name, text.text())
                        && !text.text().contains("{{resolve:")) {
                    out.found("cloudformation.secret", text.line(), subject.label() + ", " + name);
                }
            });
        }
    }

    /** A copy in which what an intrinsic function gives is open. */
    private static Value withoutFunctions(Value value) {
        if (value instanceof Items items) {
            return new Items(
                    items.line(),
                    items.values().stream()
                            .map(CloudFormation::withoutFunctions)
                            .toList());
        }
        if (!(value instanceof Fields fields)) {
            return value;
        }
        if (fields.values().size() == 1 && fields.values().keySet().stream().allMatch(CloudFormation::function)) {
            return new Open(fields.line());
        }
        Map<String, Value> values = new LinkedHashMap<>();
        fields.values().forEach((name, each) -> values.put(name, withoutFunctions(each)));
        return new Fields(fields.line(), values);
    }

    private static boolean function(String name) {
        return name.equals("Ref") || name.startsWith("Fn::");
    }
}
