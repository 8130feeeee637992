package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The outside: resources, routes, builds and attached monitors, with a log of every effect. It belongs to the test and
 * not to a library instance, so it stands when an instance is killed. Thread-safe.
 */
public final class FakeWorld {
    private static final int HEALTHY = 200;

    private final Map<String, FakeResource> resources = new LinkedHashMap<>();
    private final Map<String, Map<String, FakeResource>> byRelease = new HashMap<>();
    private final Map<ApplicationId, Route> routes = new LinkedHashMap<>();
    private final Map<String, Instant> builds = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();
    private final List<Happening> log = new ArrayList<>();
    private final Set<String> attached = new LinkedHashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> published = new LinkedHashSet<>();
    private String schema = "";

    /**
     * Which release gets the public traffic of an application.
     *
     * @param release the release
     * @param digest its digest
     */
    public record Route(ReleaseId release, Digest digest) {}

    /**
     * Returns every effect so far, in order.
     *
     * @return the log
     */
    public synchronized List<Happening> log() {
        return List.copyOf(log);
    }

    /**
     * Returns the effects of one kind.
     *
     * @param kind the kind
     * @return these entries of the log
     */
    public List<Happening> log(Happening.Kind kind) {
        return log().stream().filter(h -> h.kind() == kind).toList();
    }

    /**
     * Returns what exists now.
     *
     * @return the resources in the order of their creation
     */
    public synchronized List<FakeResource> resources() {
        return List.copyOf(resources.values());
    }

    /**
     * Finds a resource, visible or not.
     *
     * @param name its name
     * @return the resource, or empty
     */
    public synchronized Optional<FakeResource> find(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    /**
     * Creates a resource, or finds the one of this name.
     *
     * @param wanted the resource
     * @param now the time
     * @return what exists under its name afterwards
     */
    public synchronized FakeResource make(FakeResource wanted, Instant now) {
        FakeResource there = resources.get(wanted.name());
        return there == null ? create(wanted, now) : there;
    }

    /**
     * Creates a resource whether there is one of this name or not, as an outside does that knows no keys.
     *
     * @param wanted the resource
     * @param now the time
     * @return the new resource
     */
    public synchronized FakeResource create(FakeResource wanted, Instant now) {
        resources.put(wanted.name(), wanted);
        byRelease.computeIfAbsent(wanted.release(), id -> new HashMap<>()).put(wanted.name(), wanted);
        log.add(new Happening(Happening.Kind.MADE, wanted.key(), wanted.name(), now));
        return wanted;
    }

    /** Remembers that a caller was told that the effect of a key is done. */
    synchronized void answerDone(String key) {
        answered.add(key);
    }

    synchronized boolean answered(String key) {
        return answered.contains(key);
    }

    /**
     * Removes a resource if it is there.
     *
     * @param name its name
     * @param key the key of the removal
     * @param now the time
     */
    public synchronized void remove(String name, String key, Instant now) {
        if (drop(name)) {
            log.add(new Happening(Happening.Kind.REMOVED, key, name, now));
        }
    }

    /**
     * Loses a resource behind the library's back; the log, which holds the library's effects, knows nothing of it.
     *
     * @param name its name
     */
    public synchronized void lose(String name) {
        drop(name);
    }

    private boolean drop(String name) {
        FakeResource gone = resources.remove(name);
        if (gone != null) {
            byRelease.getOrDefault(gone.release(), new HashMap<>()).remove(name);
        }
        return gone != null;
    }

    /**
     * Tells which release gets the public traffic of an application.
     *
     * @param application the application
     * @return the route, or empty if none does
     */
    public synchronized Optional<Route> route(ApplicationId application) {
        return Optional.ofNullable(routes.get(application));
    }

    synchronized void switchTo(ApplicationId application, Route route, String key, Instant now) {
        if (!route.equals(routes.put(application, route))) {
            log.add(new Happening(Happening.Kind.SWITCHED, key, application + "/" + route.release(), now));
        }
    }

    synchronized void switchOff(ApplicationId application, String key, Instant now) {
        if (routes.remove(application) != null) {
            log.add(new Happening(Happening.Kind.SWITCHED_OFF, key, application.toString(), now));
        }
    }

    synchronized Instant build(String key, String source, Instant now) {
        if (!builds.containsKey(key)) {
            builds.put(key, now);
            log.add(new Happening(Happening.Kind.BUILT, key, source, now));
        }
        return builds.get(key);
    }

    synchronized void discard(String key, Instant now) {
        if (builds.remove(key) != null) {
            log.add(new Happening(Happening.Kind.DISCARDED, key, key, now));
        }
    }

    synchronized void attach(String monitor, ReleaseId release, String key, Instant now) {
        String subject = monitor + "/" + release;
        if (attached.add(subject)) {
            log.add(new Happening(Happening.Kind.ATTACHED, key, subject, now));
        }
    }

    synchronized void detach(String monitor, ReleaseId release, String key, Instant now) {
        String subject = monitor + "/" + release;
        if (attached.remove(subject)) {
            log.add(new Happening(Happening.Kind.DETACHED, key, subject, now));
        }
    }

    /** Takes an image, a signature or a statement, as often as it is given. */
    synchronized void publish(String subject, String key, Instant now) {
        published.add(subject);
        log.add(new Happening(Happening.Kind.MADE, key, subject, now));
    }

    /** Removes an image with all that is about it; says whether it was there. */
    synchronized boolean unpublish(String image, String key, Instant now) {
        List<String> gone = published.stream().filter(s -> s.endsWith(image)).toList();
        gone.forEach(subject -> log.add(new Happening(Happening.Kind.REMOVED, key, subject, now)));
        gone.forEach(published::remove);
        return !gone.isEmpty();
    }

    /**
     * Returns which images, signatures and statements are in the registry.
     *
     * @return one line each, such as {@code signature of example.org/...}
     */
    public synchronized List<String> published() {
        return List.copyOf(published);
    }

    /**
     * Returns which monitors are attached.
     *
     * @return monitor and release, such as {@code fake-monitor/r0123456789ab}
     */
    public synchronized List<String> attached() {
        return List.copyOf(attached);
    }

    /**
     * Makes every release answer its health probe with a status from now on.
     *
     * @param status the status; 200 is healthy
     */
    public synchronized void answerWith(int status) {
        answers.put("", status);
    }

    /**
     * Makes one release answer its health probe with a status from now on.
     *
     * @param release the release
     * @param status the status; 200 is healthy
     */
    public synchronized void answerWith(ReleaseId release, int status) {
        answers.put(release.value(), status);
    }

    /**
     * Makes every release tell a version of its database's schema from now on.
     *
     * @param version the version, or the empty text to tell none
     */
    public synchronized void tellSchema(String version) {
        this.schema = version;
    }

    synchronized String schema() {
        return schema;
    }

    synchronized int answer(ReleaseId release) {
        return answers.getOrDefault(release.value(), answers.getOrDefault("", HEALTHY));
    }

    synchronized boolean runs(ReleaseId release, Instant now) {
        Collection<FakeResource> parts =
                byRelease.getOrDefault(release.value(), Map.of()).values();
        return !parts.isEmpty()
                && parts.stream().noneMatch(r -> r.times().ready().isAfter(now));
    }

    /**
     * Adds a line to the log of a release.
     *
     * @param release the release
     * @param line the line
     */
    public synchronized void say(ReleaseId release, String line) {
        lines.computeIfAbsent(release.value(), id -> new ArrayList<>()).add(line);
    }

    synchronized List<String> said(ReleaseId release) {
        return List.copyOf(lines.getOrDefault(release.value(), List.of()));
    }
}
