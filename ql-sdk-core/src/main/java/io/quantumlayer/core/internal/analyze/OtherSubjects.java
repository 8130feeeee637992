package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/** Knows where words on people's data speak of something else: of animals or machines, or of the past in a museum. */
final class OtherSubjects {
    private static final Set<String> PATIENTS = Words.of("patient patients health medical clinic clinical");
    private static final Set<String> ANIMALS =
            Words.of("vet vets veterinary veterinarian veterinarians pet pets dog dogs cat cats horse horses"
                    + " animal animals cow cows cattle livestock bird birds zoo llama llamas");
    private static final Set<String> MACHINES =
            Words.of("sensor sensors machine machines device devices server servers service services engine"
                    + " engines vehicle vehicles plant plants tree trees forest soil network networks battery"
                    + " batteries bees beehives");
    private static final Set<String> PEOPLE = Words.of("people humans owners patients' citizens employees");
    private static final Set<String> STUDIES = Words.of("about museum trivia quiz textbook lecture lectures");

    private OtherSubjects() {}

    static boolean isAt(Text text, Lexicon.Hit hit) {
        boolean patients = false;
        for (int at = hit.from(); at < hit.to(); at++) {
            patients |= PATIENTS.contains(Nouns.singular(text.token(at).word()));
        }
        boolean of = text.isWord(hit.to(), Set.of("of")) && text.isWord(hit.to() + 1, MACHINES);
        return patients && (of || isOfAnimals(text) || text.isWord(hit.from() - 1, STUDIES));
    }

    private static boolean isOfAnimals(Text text) {
        boolean animals = text.tokens().stream().anyMatch(token -> ANIMALS.contains(token.word()));
        return animals && text.tokens().stream().noneMatch(token -> PEOPLE.contains(token.word()));
    }
}
