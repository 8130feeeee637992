package io.quantumlayer.security.internal.infra.terraform;

import io.quantumlayer.security.internal.infra.rule.Format;
import io.quantumlayer.security.internal.infra.rule.InfraFile;
import io.quantumlayer.security.internal.infra.rule.InfraRules;
import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.tree.JsonReader;
import io.quantumlayer.security.internal.infra.tree.Value;
import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Terraform's configuration, in its own language and in JSON. */
public final class TerraformFormat implements Format {
    private static final String JSON = ".tf.json";
    private static final Map<String, Integer> LABELS =
            Map.of("resource", 2, "data", 2, "variable", 1, "provider", 1, "module", 1, "output", 1);

    private final Resources resources;

    /**
     * Creates the format.
     *
     * @param rules all rules
     */
    public TerraformFormat(InfraRules rules) {
        this.resources = new Resources(rules);
    }

    @Override
    public boolean reads(String name) {
        return name.endsWith(".tf") || name.endsWith(".tofu") || name.endsWith(JSON);
    }

    @Override
    public boolean mayBe(InfraFile file) {
        return true;
    }

    @Override
    public boolean judge(InfraFile file, Verdict out) throws MalformedInfra {
        String text = file.text();
        List<Block> blocks = file.name().endsWith(JSON) ? blocks(JsonReader.read(text, 1)) : HclParser.parse(text);
        blocks.forEach(block -> resources.judge(block, out));
        return true;
    }

    private static List<Block> blocks(Value top) throws MalformedInfra {
        if (!(top instanceof Fields types)) {
            throw new MalformedInfra(top.line(), "it is no JSON object");
        }
        List<Block> blocks = new ArrayList<>();
        types.values().forEach((type, value) -> gather(new Block(type, List.of(), types), value, blocks));
        return blocks;
    }

    private static void gather(Block outer, Value value, List<Block> blocks) {
        int labels = LABELS.getOrDefault(outer.type(), 0);
        value.at("").forEach(each -> {
            if (!(each instanceof Fields fields)) {
                return;
            }
            if (outer.labels().size() == labels) {
                blocks.add(new Block(outer.type(), outer.labels(), fields));
                return;
            }
            fields.values().forEach((label, inner) -> {
                List<String> all = new ArrayList<>(outer.labels());
                all.add(label);
                gather(new Block(outer.type(), all, fields), inner, blocks);
            });
        });
    }
}
