package io.quantumlayer.testkit.retention;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.api.spi.retention.ImageRetention;
import io.quantumlayer.testkit.fake.FakeRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Images, indexes, what refers to them and tags, the same for the same seed. */
final class RandomRepository {
    static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
    static final ImageReference PLACE = ImageReference.parse("registry.example.org/acme/todo:any");
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String KEY = "k".repeat(26);
    private static final List<String> SUFFIXES = List.of(".sig", ".att", ".sbom", ".vex");
    private static final List<String> NO_AGE =
            List.of("1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2031-01-01T00:00:00Z", "no time");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Random random;
    private final FakeRegistry registry;
    private final Map<Digest, Thing> things = new TreeMap<>();
    private final List<Digest> pushed = new ArrayList<>();
    private final boolean tangled;

    RandomRepository(long seed) {
        this.random = new Random(seed);
        this.registry = random.nextBoolean() ? FakeRegistry.create() : FakeRegistry.withoutReferrersInterface();
        this.tangled = seed % 5 == 0;
        int size = 3 + random.nextInt(14);
        for (int i = 0; i < size; i++) {
            push(i);
        }
        lists();
    }

    static CallContext call() {
        RunId run = new RunId(new ApplicationId("default", "todo"), KEY);
        return CallContext.of(run, KEY, NOW.plus(Duration.ofHours(1)), CLOCK);
    }

    FakeRegistry registry() {
        return registry;
    }

    /** Says whether a manifest may belong to what belongs to it. */
    boolean isTangled() {
        return tangled;
    }

    Map<Digest, Thing> things() {
        return things;
    }

    /** Returns which digest each tag points to. */
    Map<String, Digest> tags() {
        Map<String, Digest> tags = new TreeMap<>();
        for (String tag : registry.tags(call(), PLACE)) {
            registry.manifest(call(), PLACE.tagged(tag)).ifPresent(m -> tags.put(tag, m.digest()));
        }
        return tags;
    }

    boolean has(Digest digest) {
        return registry.manifest(call(), PLACE.at(digest)).isPresent();
    }

    /** Makes a rule for this repository. */
    ImageRetention rule() {
        Set<Digest> inUse = new TreeSet<>();
        pushed.stream().filter(d -> random.nextInt(12) == 0).forEach(inUse::add);
        if (random.nextInt(4) == 0) {
            inUse.add(Digest.of("never pushed"));
        }
        ImageRetention rule = ImageRetention.ofNewest(1 + random.nextInt(3)).withInUse(inUse);
        return random.nextInt(3) == 0 ? rule.withAge(Duration.ofDays(1 + random.nextInt(40))) : rule;
    }

    private void push(int number) {
        int kind = pushed.isEmpty() ? 0 : random.nextInt(10);
        if (kind < 5) {
            image(number);
        } else if (kind < 7) {
            index(number);
        } else if (kind < 9) {
            note(number);
        } else {
            companion(number);
        }
    }

    private void image(int number) {
        Optional<Instant> created = created();
        String config = "{\"n\":" + number + ",\"created\":\"" + text(created) + "\"}";
        RegistryManifest manifest = manifest(CONFIG, config, "");
        add(manifest, new Thing(manifest.digest(), Set.of(), Optional.empty(), created), 2);
    }

    private void index(int number) {
        Set<Digest> children = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            children.add(any());
        }
        Optional<Instant> created = random.nextInt(3) == 0 ? created() : Optional.empty();
        String entries = children.stream()
                .map(d -> "{\"digest\":\"" + d + "\",\"size\":1}")
                .collect(Collectors.joining(","));
        RegistryManifest manifest = new RegistryManifest(
                RegistryManifest.INDEX,
                bytes("{\"n\":" + number + ",\"manifests\":[" + entries + "]," + annotation(created) + "}"));
        add(manifest, new Thing(manifest.digest(), children, Optional.empty(), newest(created, children)), 2);
    }

    private void note(int number) {
        Digest subject = random.nextInt(8) == 0 ? Digest.of("absent " + random.nextInt(2)) : any();
        Optional<Instant> created = random.nextBoolean() ? created() : Optional.empty();
        RegistryManifest manifest = manifest(
                "application/vnd.oci.empty.v1+json",
                "{}",
                ",\"n\":" + number + ",\"artifactType\":\"application/x\",\"subject\":{\"digest\":\"" + subject
                        + "\",\"size\":1}," + annotation(created));
        add(manifest, new Thing(manifest.digest(), Set.of(), Optional.of(subject), created), 0);
    }

    private void companion(int number) {
        Digest subject = random.nextInt(5) == 0 ? Digest.of("absent " + random.nextInt(2)) : any();
        String tag = "sha256-" + subject.hex() + SUFFIXES.get(random.nextInt(SUFFIXES.size()));
        if (tangled && random.nextBoolean()) {
            registry.push(call(), PLACE.tagged(tag), read(any()));
            return;
        }
        Optional<Instant> created = random.nextBoolean() ? created() : Optional.empty();
        RegistryManifest manifest = manifest("application/json", "{}", ",\"n\":" + number + "," + annotation(created));
        add(manifest, new Thing(manifest.digest(), Set.of(), Optional.empty(), created), 0);
        registry.push(call(), PLACE.tagged(tag), manifest);
    }

    private void add(RegistryManifest manifest, Thing thing, int tags) {
        registry.push(call(), PLACE.at(manifest.digest()), manifest);
        things.put(thing.digest(), thing);
        pushed.add(thing.digest());
        int count = tags == 0 ? random.nextInt(8) / 7 : random.nextInt(tags + 1);
        for (int i = 0; i < count; i++) {
            registry.push(call(), PLACE.tagged("t" + random.nextInt(12)), manifest);
        }
    }

    /** Knows the lists of referrers that a registry without the interface keeps under tags. */
    private void lists() {
        tags().forEach((tag, digest) -> {
            if (!things.containsKey(digest)) {
                Digest subject = new Digest(tag.substring("sha256-".length()));
                Set<Digest> listed = new TreeSet<>();
                registry.referrers(call(), PLACE, subject).forEach(r -> listed.add(r.digest()));
                things.put(digest, new Thing(digest, listed, Optional.empty(), newest(Optional.empty(), listed)));
            }
        });
    }

    private Optional<Instant> newest(Optional<Instant> own, Set<Digest> children) {
        List<Instant> all = new ArrayList<>();
        own.ifPresent(all::add);
        children.forEach(c -> things.get(c).created().ifPresent(all::add));
        return all.stream().max(Instant::compareTo);
    }

    private Optional<Instant> created() {
        return random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(NOW.minus(Duration.ofHours(12L * random.nextInt(100))));
    }

    private String text(Optional<Instant> created) {
        return created.map(Instant::toString).orElseGet(() -> NO_AGE.get(random.nextInt(NO_AGE.size())));
    }

    private String annotation(Optional<Instant> created) {
        return "\"annotations\":{\"org.opencontainers.image.created\":\"" + text(created) + "\"}";
    }

    private RegistryManifest manifest(String mediaType, String config, String more) {
        RegistryDescriptor blob = registry.push(call(), PLACE, mediaType, bytes(config));
        String described = "{\"mediaType\":\"" + mediaType + "\",\"digest\":\"" + blob.digest() + "\",\"size\":"
                + blob.size() + "}";
        return new RegistryManifest(
                RegistryManifest.MANIFEST, bytes("{\"config\":" + described + ",\"layers\":[]" + more + "}"));
    }

    private RegistryManifest read(Digest digest) {
        return registry.manifest(call(), PLACE.at(digest)).orElseThrow();
    }

    private Digest any() {
        return pushed.get(random.nextInt(pushed.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
