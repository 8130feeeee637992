package io.quantumlayer.security.sbom;

import io.quantumlayer.security.internal.sbom.CycloneDx;
import io.quantumlayer.security.internal.sbom.Head;
import io.quantumlayer.security.internal.sbom.Part;
import io.quantumlayer.security.internal.sbom.Spdx;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A bill of materials: the parts of one artifact, each once, and what is known to be missing from the list. Immutable;
 * equal input gives equal text.
 */
public final class Sbom {
    private final SbomSubject subject;
    private final List<Component> components;
    private final List<String> gaps;

    private Sbom(SbomSubject subject, List<Component> components, List<String> gaps) {
        this.subject = subject;
        this.components = components;
        this.gaps = gaps;
    }

    /**
     * Creates a bill of materials.
     *
     * @param subject the artifact
     * @param components its parts; of two with one package URL the required one is kept
     * @param gaps what is known to be missing, one sentence each; none is no proof that nothing is missing
     * @return the bill of materials
     */
    public static Sbom of(SbomSubject subject, List<Component> components, List<String> gaps) {
        List<Component> once = components.stream()
                .sorted(Comparator.<Component>naturalOrder()
                        .thenComparingInt(component -> component.required() ? 0 : 1))
                .filter(new FirstOfPurl())
                .toList();
        return new Sbom(subject, once, List.copyOf(gaps));
    }

    /**
     * Returns what the bill is about.
     *
     * @return the artifact
     */
    public SbomSubject subject() {
        return subject;
    }

    /**
     * Returns the parts.
     *
     * @return ordered by package URL
     */
    public List<Component> components() {
        return components;
    }

    /**
     * Returns what is known to be missing.
     *
     * @return one sentence each
     */
    public List<String> gaps() {
        return gaps;
    }

    /**
     * Writes CycloneDX 1.6. It carries no time; its serial number is made of its content.
     *
     * @return JSON
     */
    public String toCycloneDx() {
        return CycloneDx.write(head(), parts(), gaps);
    }

    /**
     * Writes SPDX 2.3.
     *
     * @param created the time the standard asks for
     * @return JSON
     */
    public String toSpdx(Instant created) {
        return Spdx.write(head(), created, new Spdx.Content(parts(), gaps));
    }

    private Head head() {
        boolean container = subject.kind() == SbomSubject.Kind.CONTAINER;
        return new Head(container ? "container" : "application", subject.name(), subject.digest());
    }

    private List<Part> parts() {
        return components.stream()
                .map(c -> new Part(c.purl(), c.name(), c.version(), c.required()))
                .toList();
    }

    /** Lets each package URL pass once. */
    private static final class FirstOfPurl implements Predicate<Component> {
        private final Set<String> seen = new HashSet<>();

        @Override
        public boolean test(Component component) {
            return seen.add(component.purl());
        }
    }
}
