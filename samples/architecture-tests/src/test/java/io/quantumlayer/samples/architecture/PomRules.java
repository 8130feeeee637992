package io.quantumlayer.samples.architecture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules that the poms alone can break; each returns what breaks it, one sentence a breach. */
final class PomRules {

    private final Reactor reactor;

    PomRules(Reactor reactor) {
        this.reactor = reactor;
    }

    /** Outside its tests an artifact asks for no sibling that its ring may not see. */
    List<String> forbiddenSiblings() {
        return reactor.published().stream()
                .flatMap(a -> outsideTests(a)
                        .filter(Artifact.Dependency::isOwn)
                        .filter(d -> !a.allowedSiblings().contains(d.id()))
                        .map(d -> a.id() + " depends on " + d.id()))
                .toList();
    }

    /** The api asks for nothing but the nullness annotations. */
    List<String> foreignLibrariesOfApi() {
        return reactor.published().stream()
                .filter(a -> a.ring() == Artifact.Ring.API)
                .flatMap(PomRules::outsideTests)
                .filter(d -> !d.group().equals("org.jspecify"))
                .map(d -> "ql-sdk-api depends on " + d.group() + ":" + d.id())
                .toList();
    }

    /** The BOM lists every published artifact and nothing else. */
    List<String> bomGaps() {
        Set<String> built = new TreeSet<>();
        reactor.published().forEach(a -> built.add(a.id()));
        Set<String> listed = reactor.listedInBom();
        return Stream.concat(
                        built.stream().filter(id -> !listed.contains(id)).map(id -> id + " is not in the BOM"),
                        listed.stream()
                                .filter(id -> !built.contains(id))
                                .map(id -> id + " is in the BOM but not built"))
                .toList();
    }

    /** Every published artifact has its own root package, and none lies inside another. */
    List<String> unclearRootPackages() {
        return reactor.published().stream()
                .flatMap(a -> reactor.published().stream()
                        .filter(b -> !a.equals(b) && (b.rootPackage() + ".").startsWith(a.rootPackage() + "."))
                        .map(b -> a.id() + " shares its root package with " + b.id()))
                .toList();
    }

    private static Stream<Artifact.Dependency> outsideTests(Artifact artifact) {
        return artifact.dependencies().stream().filter(d -> !d.isTestOnly());
    }
}
