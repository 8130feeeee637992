package io.quantumlayer.core.internal.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.quantumlayer.api.plan.DeploymentPlan;
import java.io.Serial;

/** Prints the document form of a plan as text. */
public final class PlanPrinter {
    // Immutable once built.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private PlanPrinter() {}

    private static final class Yaml {
        // Unshared with JSON: it only loads when somebody prints YAML.
        private static final ObjectMapper MAPPER = JsonMapper.builder(YAMLFactory.builder()
                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                        .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .disable(YAMLGenerator.Feature.SPLIT_LINES)
                        .stringQuotingChecker(new Quoting())
                        .build())
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    /** Quotes whatever any version of YAML might take for a date, a time, a number, a merge or a default value. */
    private static final class Quoting extends StringQuotingChecker.Default {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            char first = value.isEmpty() ? ' ' : value.charAt(0);
            boolean plain = first == '/' || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
            return !plain || super.needToQuoteValue(value);
        }
    }

    /**
     * Prints a plan as indented JSON.
     *
     * @param plan the plan
     * @return the text
     */
    public static String json(DeploymentPlan plan) {
        return print(JSON, plan);
    }

    /**
     * Prints a plan as YAML.
     *
     * @param plan the plan
     * @return the text, which ends with a line break
     */
    public static String yaml(DeploymentPlan plan) {
        return print(Yaml.MAPPER, plan);
    }

    private static String print(ObjectMapper mapper, DeploymentPlan plan) {
        try {
            return mapper.writeValueAsString(PlanWriter.document(plan));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, texts and numbers can always be printed", e);
        }
    }
}
