package io.quantumlayer.testkit.retention;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.retention.ImageRetention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Says slowly and plainly what tags lead to and what must stay, from what was pushed. */
final class KeepOracle {
    private final Map<Digest, Thing> things;
    private final Map<String, Digest> tags;
    private final ImageRetention rule;

    KeepOracle(RandomRepository repository, ImageRetention rule) {
        this.things = Map.copyOf(repository.things());
        this.tags = Map.copyOf(repository.tags());
        this.rule = rule;
    }

    /** Returns what is found from tags and from what is in use. */
    Set<Digest> found() {
        Set<Digest> start = new TreeSet<>(tags.values());
        start.addAll(rule.inUse());
        tags.keySet().stream()
                .filter(KeepOracle::isCompanion)
                .map(KeepOracle::about)
                .forEach(start::add);
        return closed(start, this::needs);
    }

    /** Returns what must stay. */
    Set<Digest> kept() {
        Set<Digest> found = found();
        Set<Digest> start = closed(rule.inUse(), this::indexes);
        start.retainAll(found);
        for (Digest digest : found) {
            boolean image = isTagged(digest) && !isAccessory(digest);
            if ((image || !isOwned(digest, found)) && stays(digest, found)) {
                start.add(digest);
            }
        }
        return closed(start, this::needs);
    }

    /** Returns what goes where this goes. */
    List<Digest> owned(Digest digest) {
        List<Digest> owned = new ArrayList<>(things.get(digest).children());
        things.values().stream()
                .filter(t -> t.subject().equals(Optional.of(digest)))
                .map(Thing::digest)
                .forEach(owned::add);
        tags.forEach((tag, companion) -> {
            if (isCompanion(tag) && about(tag).equals(digest)) {
                owned.add(companion);
            }
        });
        return owned;
    }

    private List<Digest> needs(Digest digest) {
        List<Digest> needs = owned(digest);
        things.get(digest).subject().ifPresent(needs::add);
        return needs;
    }

    private boolean isOwned(Digest digest, Set<Digest> found) {
        return found.stream().anyMatch(d -> owned(d).contains(digest));
    }

    private List<Digest> indexes(Digest digest) {
        return things.values().stream()
                .filter(t -> t.children().contains(digest))
                .map(Thing::digest)
                .toList();
    }

    private boolean stays(Digest digest, Set<Digest> found) {
        Optional<Instant> created = things.get(digest).created();
        if (created.isEmpty()) {
            return true;
        }
        Duration age = Duration.between(created.get(), RandomRepository.NOW);
        Duration day = Duration.ofDays(1);
        if (isAccessory(digest)) {
            return age.compareTo(day) <= 0
                    || rule.age().filter(a -> age.compareTo(a) <= 0).isPresent();
        }
        long newer = found.stream()
                .filter(d -> isTagged(d) && !isAccessory(d))
                .filter(d ->
                        found.stream().noneMatch(i -> things.get(i).children().contains(d)))
                .flatMap(d -> things.get(d).created().stream())
                .filter(other -> other.isAfter(created.get()))
                .count();
        return newer < rule.newest()
                || rule.age().filter(a -> age.compareTo(a) <= 0).isPresent();
    }

    private boolean isTagged(Digest digest) {
        return tags.entrySet().stream().anyMatch(e -> e.getValue().equals(digest) && !isCompanion(e.getKey()));
    }

    private boolean isAccessory(Digest digest) {
        return things.get(digest).subject().isPresent() || (tags.containsValue(digest) && !isTagged(digest));
    }

    private Set<Digest> closed(Set<Digest> start, Function<Digest, List<Digest>> more) {
        Set<Digest> closed = new TreeSet<>();
        List<Digest> waiting = new ArrayList<>(start);
        while (!waiting.isEmpty()) {
            Digest digest = waiting.remove(waiting.size() - 1);
            if (things.containsKey(digest) && closed.add(digest)) {
                waiting.addAll(more.apply(digest));
            }
        }
        return closed;
    }

    private static boolean isCompanion(String tag) {
        return tag.startsWith("sha256-");
    }

    private static Digest about(String tag) {
        return new Digest(tag.substring(7, 71));
    }
}
