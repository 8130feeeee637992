package io.quantumlayer.testkit.survival;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fake.FakeResource;
import io.quantumlayer.testkit.fake.FakeWorld;
import io.quantumlayer.testkit.fake.Happening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the outside with what the library believes: nothing doubled, nothing lost, nothing left over. */
public final class WorldCheck {
    private final TestBench bench;
    private final Application application;

    /**
     * Creates a check.
     *
     * @param bench the bench with the outside
     * @param application the application as a live instance sees it
     */
    public WorldCheck(TestBench bench, Application application) {
        this.bench = bench;
        this.application = application;
    }

    /**
     * Compares.
     *
     * @return what is wrong, one line each; empty if all is well
     */
    public List<String> violations() {
        List<String> wrong = new ArrayList<>(bench.intents().violations());
        doubled(wrong);
        belongings(wrong);
        route(wrong);
        attachments(wrong);
        images(wrong);
        return wrong;
    }

    private void doubled(List<String> wrong) {
        Map<String, Integer> made = new HashMap<>();
        for (Happening happening : bench.world().log()) {
            String subject = happening.subject();
            switch (happening.kind()) {
                case MADE, ATTACHED -> {
                    if (made.merge(subject, 1, Integer::sum) > 1) {
                        wrong.add("made twice: " + subject);
                    }
                }
                case BUILT -> {
                    if (made.merge(happening.key(), 1, Integer::sum) > 1) {
                        wrong.add("built twice under one key: " + subject);
                    }
                }
                case REMOVED, DETACHED -> made.merge(subject, -1, Integer::sum);
                case DISCARDED -> made.merge(happening.key(), -1, Integer::sum);
                case SWITCHED, SWITCHED_OFF -> {
                    // Setting a route twice is one effect.
                }
            }
        }
    }

    private void belongings(List<String> wrong) {
        Set<String> releases = releases();
        Set<String> present = new HashSet<>();
        for (FakeResource resource : mine()) {
            present.add(resource.release());
            boolean owned = resource.release().isEmpty() ? !releases.isEmpty() : releases.contains(resource.release());
            if (!owned) {
                wrong.add("orphan: " + resource.name());
            }
        }
        releases.stream().filter(r -> !present.contains(r)).forEach(r -> wrong.add("lost: every resource of " + r));
        Map<String, Long> sizes = mine().stream()
                .filter(r -> releases.contains(r.release()))
                .collect(Collectors.groupingBy(FakeResource::release, Collectors.counting()));
        if (Set.copyOf(sizes.values()).size() > 1) {
            wrong.add("lost: a part of a release, of which there are " + sizes);
        }
    }

    private List<FakeResource> mine() {
        return bench.world().resources().stream()
                .filter(r -> r.application().equals(application.id()))
                .toList();
    }

    private Set<String> releases() {
        return application.releases().stream().map(r -> r.id().value()).collect(Collectors.toSet());
    }

    private void route(List<String> wrong) {
        Optional<FakeWorld.Route> route = bench.world().route(application.id());
        Optional<Release> current = application.current();
        boolean right = route.map(r -> current.filter(
                                c -> c.id().equals(r.release()) && c.digest().equals(r.digest()))
                        .isPresent())
                .orElse(current.isEmpty());
        if (!right) {
            wrong.add("the traffic goes to " + route + ", the library believes in " + current.map(Release::id));
        }
    }

    private void images(List<String> wrong) {
        List<String> published = bench.world().published();
        if (releases().isEmpty()) {
            published.forEach(subject -> wrong.add("orphan: " + subject));
        }
    }

    private void attachments(List<String> wrong) {
        Set<String> releases = releases();
        for (String attached : bench.world().attached()) {
            String release = attached.substring(attached.indexOf('/') + 1);
            if (!releases.contains(release)) {
                wrong.add("orphan: monitor " + attached);
            }
        }
    }
}
