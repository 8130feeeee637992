package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.core.internal.fallback.Ladder;
import io.quantumlayer.core.internal.fallback.Level;
import io.quantumlayer.core.internal.fallback.Rung;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fallback ladder as it would be climbed if the choice failed: who is first at each of its levels. */
final class LadderPreview {
    private final Contest contest;
    private final Environment environment;

    LadderPreview(Contest contest, Environment environment) {
        this.contest = contest;
        this.environment = environment;
    }

    /** One line a level; none if nothing was chosen. */
    List<String> lines() {
        List<Offering> allowed = contest.ranked().stream().map(Ranked::offering).toList();
        Map<Level, Rung> first = new EnumMap<>(Level.class);
        allowed.stream()
                .limit(1)
                .flatMap(chosen -> Ladder.of(chosen, allowed).stream())
                .forEach(rung -> first.putIfAbsent(rung.level(), rung));
        return allowed.isEmpty()
                ? List.of()
                : Stream.of(Level.values())
                        .map(level -> level + ": " + reached(first.get(level)))
                        .toList();
    }

    private String reached(@Nullable Rung rung) {
        if (rung == null) {
            return "nothing meets every limit";
        }
        Offering offering = rung.offering();
        boolean ready = environment
                .provider(offering.provider())
                .filter(detection -> detection.isReady())
                .isPresent();
        return offering.id() + (ready ? "" : ", once ql-sdk-provider-" + offering.provider() + " is added");
    }
}
