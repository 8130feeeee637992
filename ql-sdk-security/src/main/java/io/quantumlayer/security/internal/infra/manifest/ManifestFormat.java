package io.quantumlayer.security.internal.infra.manifest;

import com.google.re2j.Pattern;
import io.quantumlayer.security.internal.infra.rule.Format;
import io.quantumlayer.security.internal.infra.rule.InfraFile;
import io.quantumlayer.security.internal.infra.rule.InfraRules;
import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.tree.JsonReader;
import io.quantumlayer.security.internal.infra.tree.Value;
import io.quantumlayer.security.internal.infra.tree.YamlReader;
import java.util.List;

/**
 * YAML and JSON files that hold Kubernetes objects or CloudFormation templates. What is no YAML because it holds the
 * marks of a template is named in the coverage: it is no manifest until it is rendered.
 */
public final class ManifestFormat implements Format {
    private static final Pattern NAME = Pattern.compile(".*\\.(?:ya?ml|json|template)");
    private static final Pattern KUBERNETES = Pattern.compile(
            "(?m)^[\\s{,-]*[\"']?apiVersion[\"']?\\s*:\\s*[\"']?" + Kubernetes.API + "[\"']?[\\s,}]*(?:#.*)?$");
    private static final Pattern ONE_LINE = Pattern.compile("\"apiVersion\"\\s*:\\s*\"" + Kubernetes.API + "\"");
    private static final Pattern KIND = Pattern.compile("(?m)(?:^|[\\s{,\"'])kind[\"']?\\s*:");
    private static final Pattern TEMPLATE =
            Pattern.compile("AWSTemplateFormatVersion|[\"']?Type[\"']?\\s*:\\s*[\"']?AWS::");

    private final Kubernetes kubernetes;
    private final CloudFormation cloudFormation;

    /**
     * Creates the format.
     *
     * @param rules all rules
     */
    public ManifestFormat(InfraRules rules) {
        this.kubernetes = new Kubernetes(rules);
        this.cloudFormation = new CloudFormation(rules);
    }

    @Override
    public boolean reads(String name) {
        return NAME.matches(name);
    }

    @Override
    public boolean mayBe(InfraFile file) {
        String text = file.roughly();
        boolean versioned =
                KUBERNETES.matcher(text).find() || ONE_LINE.matcher(text).find();
        return (versioned && KIND.matcher(text).find())
                || TEMPLATE.matcher(text).find();
    }

    @Override
    public boolean judge(InfraFile file, Verdict out) throws MalformedInfra {
        if (!mayBe(file)) {
            return false;
        }
        String text = file.text();
        List<Value> documents;
        try {
            documents = file.name().endsWith(".json") || text.stripLeading().startsWith("{")
                    ? List.of(JsonReader.read(text, 1))
                    : YamlReader.read(text);
        } catch (MalformedInfra e) {
            if (text.contains("{{")) {
                out.template();
                return false;
            }
            throw e;
        }
        boolean judged = false;
        for (Value document : documents) {
            judged |= kubernetes.judge(document, out) || cloudFormation.judge(document, out);
        }
        return judged;
    }
}
