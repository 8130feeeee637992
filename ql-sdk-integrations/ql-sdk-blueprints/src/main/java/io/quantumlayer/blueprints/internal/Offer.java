package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a blueprint can give; anything else that an application asks for is refused by name, never left out.
 *
 * @param blueprint the blueprint's id
 * @param kinds the kinds of application
 * @param languages the languages, by id
 * @param frameworks the frameworks, by id
 * @param features each feature's id and, in words, how it is given
 */
record Offer(
        String blueprint,
        Set<AppKind> kinds,
        Set<String> languages,
        Set<String> frameworks,
        Map<String, String> features) {

    /** Returns everything that an application asks for and this does not give; empty if it gives all. */
    List<String> refusals(AppSpec spec) {
        List<String> refusals = new ArrayList<>();
        if (!kinds.contains(spec.kind().value())) {
            refusals.add(refusal("the kind of application", spec.kind()));
        }
        refuse(refusals, "the language", spec.language(), languages);
        refuse(refusals, "the framework", spec.framework(), frameworks);
        spec.features().forEach((id, wanted) -> {
            if (wanted.value() && !features.containsKey(id)) {
                refusals.add(blueprint + " cannot give the feature '" + id + "'");
            }
        });
        return refusals;
    }

    /** Returns how it gives each feature that an application asks for. */
    List<String> gifts(AppSpec spec) {
        return spec.features().entrySet().stream()
                .filter(feature -> feature.getValue().value())
                .map(feature -> feature.getKey() + ": " + features.get(feature.getKey()))
                .toList();
    }

    private void refuse(List<String> refusals, String what, Optional<Trait<String>> wanted, Set<String> given) {
        wanted.filter(trait -> !given.contains(trait.value())).ifPresent(trait -> refusals.add(refusal(what, trait)));
    }

    private String refusal(String what, Trait<?> wanted) {
        return blueprint + " cannot give " + what + " '" + wanted.value() + "'";
    }
}
