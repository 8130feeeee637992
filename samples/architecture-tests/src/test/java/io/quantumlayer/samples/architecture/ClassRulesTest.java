package io.quantumlayer.samples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the arrows between the jars that the reactor has just built. */
class ClassRulesTest {

    private static final List<Artifact> PUBLISHED = Reactor.ofThisBuild().published();
    private static final JavaClasses CLASSES = new ClassFileImporter().importJars(jars());

    private final ClassRules rules = new ClassRules(PUBLISHED);

    @Test
    void examinesTheJarOfEachPublishedArtifact() {
        List<String> locations =
                CLASSES.stream().map(ClassRules::locationOf).distinct().toList();

        assertThat(PUBLISHED.stream()
                        .map(a -> "/" + a.id() + "-")
                        .filter(jar -> locations.stream().noneMatch(l -> l.contains(jar))))
                .as("artifacts without classes from a jar on the class path; run the phase verify")
                .isEmpty();
    }

    @Test
    void holdsTheApiAlone() {
        rules.apiStandsAlone().check(CLASSES);
    }

    @Test
    void findsNoPackageCycle() {
        rules.hasNoPackageCycles().check(CLASSES);
    }

    @Test
    void findsEachPackageDescribed() {
        rules.describesEachPackage().check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> holdsEachArtifactToItsPlace() {
        return PUBLISHED.stream()
                .flatMap(a -> Stream.<Function<Artifact, ArchRule>>of(
                                rules::seesOnlyAllowedSiblings,
                                rules::keepsInternalsPrivate,
                                rules::showsNoForeignTypes,
                                rules::fillsNoOtherRootPackage)
                        .map(f -> f.apply(a)))
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(), () -> rule.allowEmptyShould(true).check(CLASSES)));
    }

    private static List<JarFile> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(p -> PUBLISHED.stream()
                        .anyMatch(a -> isJarOf(a, p.getFileName().toString())))
                .map(ClassRulesTest::open)
                .toList();
    }

    private static boolean isJarOf(Artifact artifact, String file) {
        return file.startsWith(artifact.id() + "-") && file.endsWith(".jar");
    }

    private static JarFile open(Path jar) {
        try {
            return new JarFile(jar.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
