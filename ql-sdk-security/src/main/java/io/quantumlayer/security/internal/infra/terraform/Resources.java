package io.quantumlayer.security.internal.infra.terraform;

import io.quantumlayer.security.internal.infra.rule.InfraRules;
import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.rule.SecretNames;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.tree.AccessPolicy;
import io.quantumlayer.security.internal.infra.tree.Ingress;
import io.quantumlayer.security.internal.infra.tree.JsonReader;
import io.quantumlayer.security.internal.infra.tree.Subject;
import io.quantumlayer.security.internal.infra.tree.SubjectRule;
import io.quantumlayer.security.internal.infra.tree.Value;
import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import io.quantumlayer.security.internal.infra.tree.Value.Items;
import io.quantumlayer.security.internal.infra.tree.Value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges the blocks of a configuration: resources by rules, policies, firewalls, and secrets that stand there. */
final class Resources {
    private static final AccessPolicy.Ids POLICY =
            new AccessPolicy.Ids("terraform.policy-all", "terraform.policy-public");
    private static final List<String> POLICIES = List.of("policy", "assume_role_policy", "inline_policy.policy");
    private static final Ingress NESTED =
            new Ingress(List.of("cidr_blocks", "ipv6_cidr_blocks"), List.of("from_port", "to_port"), "protocol");
    private static final Ingress SINGLE =
            new Ingress(List.of("cidr_ipv4", "cidr_ipv6"), List.of("from_port", "to_port"), "ip_protocol");

    private final List<SubjectRule> rules;

    Resources(InfraRules rules) {
        this.rules = SubjectRule.of(rules, "terraform.");
    }

    void judge(Block block, Verdict out) {
        switch (block.type()) {
            case "resource" -> resource(block, out);
            case "data" -> data(block, out);
            case "variable" -> variable(block, out);
            case "provider", "module" -> secrets(block, out);
            default -> {}
        }
    }

    private void resource(Block block, Verdict out) {
        Subject subject = Subject.of(block.kind(), block.label(), block.body());
        rules.forEach(rule -> rule.judge(subject, out));
        secrets(block, out);
        for (String path : POLICIES) {
            block.body().at(path).forEach(policy -> policy(block, policy, out));
        }
        Runnable open = () -> out.found("terraform.open-ingress", block.body().line(), block.label());
        switch (block.kind()) {
            case "aws_security_group", "aws_default_security_group" ->
                block.body().at("ingress").forEach(each -> NESTED.judge(each, out, open));
            case "aws_security_group_rule" -> {
                if (block.body().says("type", "ingress")) {
                    NESTED.judge(block.body(), out, open);
                }
            }
            case "aws_vpc_security_group_ingress_rule" -> SINGLE.judge(block.body(), out, open);
            case "google_compute_firewall" -> google(block.body(), open);
            case "azurerm_network_security_rule" -> azure(block.body(), open);
            case "azurerm_network_security_group" ->
                block.body().at("security_rule").forEach(each -> azure(each, open));
            default -> {}
        }
    }

    private static void google(Value rule, Runnable open) {
        boolean ports = rule.at("allow").anyMatch(allow -> {
            boolean tcp = allow.says("protocol", "tcp") || allow.says("protocol", "all");
            boolean all = allow.at("ports").findAny().isEmpty();
            return tcp && (all || allow.at("ports").anyMatch(Resources::administers));
        });
        if (ports
                && !rule.says("direction", "EGRESS")
                && rule.at("source_ranges").anyMatch(Ingress::everybody)) {
            open.run();
        }
    }

    private static void azure(Value rule, Runnable open) {
        boolean in = rule.says("direction", "Inbound") && rule.says("access", "Allow");
        boolean from = rule.at("source_address_prefix").anyMatch(Ingress::everybody)
                || rule.at("source_address_prefixes").anyMatch(Ingress::everybody);
        boolean ports = rule.at("destination_port_range").anyMatch(Resources::administers)
                || rule.at("destination_port_ranges").anyMatch(Resources::administers);
        if (in && from && ports) {
            open.run();
        }
    }

    private static boolean administers(Value port) {
        return port instanceof Text text && Ingress.administers(text.text());
    }

    private static void policy(Block block, Value policy, Verdict out) {
        if (!(policy instanceof Text text)) {
            AccessPolicy.judge(policy, block.label(), POLICY, out);
            return;
        }
        try {
            AccessPolicy.judge(JsonReader.read(text.text(), text.line()), block.label(), POLICY, out);
        } catch (MalformedInfra noJson) {
            out.open(text.line(), block.label() + ", policy is no JSON");
        }
    }

    /** The statements of a policy that is written as blocks. */
    private static void data(Block block, Verdict out) {
        if (!block.kind().equals("aws_iam_policy_document")) {
            return;
        }
        block.body().at("statement").forEach(statement -> {
            Map<String, Value> said = new LinkedHashMap<>();
            int line = statement.line();
            String effect = statement.at("effect").findAny().isEmpty()
                    ? "Allow"
                    : statement.text("effect").orElse("");
            said.put("Effect", new Text(line, effect));
            said.put("Action", new Items(line, statement.at("actions").toList()));
            said.put("Resource", new Items(line, statement.at("resources").toList()));
            said.put(
                    "Principal",
                    new Items(line, statement.at("principals.identifiers").toList()));
            if (statement.at("condition").findAny().isPresent()) {
                said.put("Condition", new Text(line, ""));
            }
            Map<String, Value> document = Map.of("Statement", new Fields(line, said));
            AccessPolicy.judge(new Fields(line, document), block.label(), POLICY, out);
        });
    }

    private static void variable(Block block, Verdict out) {
        String value = block.body().text("default").orElse("");
        if (SecretNames.holds(block.kind(), value)) {
            out.found("terraform.secret", block.body().line(), block.label() + ", default");
        }
    }

    private static void secrets(Block block, Verdict out) {
        block.body().values().forEach((name, value) -> {
            if (value instanceof Text text && SecretNames.holds(name, text.text())) {
                out.found("terraform.secret", text.line(), block.label() + ", " + name);
            }
        });
    }
}
