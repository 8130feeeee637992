package io.quantumlayer.core.internal.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scores the rules on prompts that were labelled before any of them was written or changed. The held-out files are
 * for this alone: no rule and no word is added because of one of their prompts.
 */
class PromptScoreTest {
    @Test
    void holdsAtLeastTwoHundredDifferentPrompts() {
        long different = Stream.of("prompts-tuning.jsonl", "prompts-held-out.jsonl")
                .flatMap(file -> LabelledPrompt.all(file).stream())
                .map(LabelledPrompt::prompt)
                .distinct()
                .count();

        assertThat(different).isGreaterThanOrEqualTo(220);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompts-held-out.jsonl", "prompts-second-held-out.jsonl"})
    void agreesWithTheReaderOnPromptsHeldOut(String file) {
        PromptScore heldOut = PromptScore.of(file);

        System.out.println(file + "\n" + heldOut);
        assertThat(heldOut.kind.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(heldOut.features.f1()).isGreaterThanOrEqualTo(0.90);
        assertThat(heldOut.compliance.f1()).isGreaterThanOrEqualTo(0.95);
        assertThat(heldOut.residency.f1()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void inventsNothingAndMissesNoNegationOnTheTuningHalf() {
        PromptScore tuning = PromptScore.of("prompts-tuning.jsonl");

        System.out.println("tuning half\n" + tuning);
        assertThat(tuning.features.invented()).as("features").isZero();
        assertThat(tuning.compliance.invented()).as("programmes").isZero();
        assertThat(tuning.negation.recall()).isEqualTo(1);
    }
}
