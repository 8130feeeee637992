package io.quantumlayer.samples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arrows of docs and design as rules on classes.
 *
 * <p>The rules are built for a list of artifacts, so that fixtures which break them can stand in for the real ones.
 */
final class ClassRules {

    private static final String[] JDK = {
        "java..", "javax.net..", "javax.sql..", "javax.crypto..", "com.sun.net.httpserver.."
    };

    private final List<Artifact> artifacts;

    ClassRules(List<Artifact> artifacts) {
        this.artifacts = artifacts;
    }

    /** The api stands on the JDK and the nullness annotations alone. */
    ArchRule apiStandsAlone() {
        Artifact api = of(Artifact.Ring.API);
        return classes()
                .that(resideInAnyPackage(within(api)))
                .should(onlyDependOnClassesThat(
                        resideInAnyPackage(JDK).or(resideInAnyPackage(within(api), "org.jspecify.."))))
                .as("the api stands on the JDK and jspecify alone");
    }

    /** An artifact uses no sibling that its ring may not see. */
    ArchRule seesOnlyAllowedSiblings(Artifact artifact) {
        String[] forbidden = artifacts.stream()
                .filter(a -> !a.equals(artifact) && !artifact.allowedSiblings().contains(a.id()))
                .map(ClassRules::within)
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAnyPackage(within(artifact)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .as(artifact.id() + " sees only " + artifact.allowedSiblings());
    }

    /** What lies under internal is used by its own artifact only. */
    ArchRule keepsInternalsPrivate(Artifact artifact) {
        return noClasses()
                .that(resideOutsideOfPackages(within(artifact)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(artifact.rootPackage() + "..internal.."))
                .as("only " + artifact.id() + " uses its internals");
    }

    /** Public signatures outside internal show JDK types and our own public ones. */
    ArchRule showsNoForeignTypes(Artifact artifact) {
        return classes()
                .that(resideInAnyPackage(within(artifact)))
                .and(not(resideInAnyPackage("..internal..")))
                .and(VisibleSignature.VISIBLE)
                .should(VisibleSignature.showOnly(shownBy(artifact)))
                .as(artifact.id() + " shows no foreign and no internal type");
    }

    /** No package depends on itself through others. */
    ArchRule hasNoPackageCycles() {
        return slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles();
    }

    /** Each package describes itself and is null-marked. */
    ArchRule describesEachPackage() {
        return all(new PackagesOf()).should(new NullMarkedCondition());
    }

    /** Every class lies below the root package of the jar it is in. */
    ArchRule fillsNoOtherRootPackage(Artifact artifact) {
        String jar = "/" + artifact.id() + "-";
        return classes()
                .that(describe("lie in " + artifact.id(), c -> locationOf(c).contains(jar)))
                .should()
                .resideInAPackage(within(artifact));
    }

    /** Returns the file or folder a class was read from. */
    static String locationOf(JavaClass type) {
        return type.getSource().map(s -> s.getUri().toString()).orElse("");
    }

    private DescribedPredicate<JavaClass> shownBy(Artifact artifact) {
        Stream<String> siblings = artifacts.stream().map(ClassRules::within);
        Stream<String> own = artifact.ring() == Artifact.Ring.TESTKIT
                // Its users write JUnit and AssertJ themselves.
                ? Stream.of("org.junit.jupiter.api..", "org.assertj.core.api..", "org.opentest4j..")
                : Stream.of();
        String[] shown = Stream.of(Stream.of(JDK), Stream.of("org.jspecify.."), siblings, own)
                .flatMap(s -> s)
                .toArray(String[]::new);
        return resideInAnyPackage(shown)
                .and(not(resideInAnyPackage("..internal..")))
                .or(describe("primitive", JavaClass::isPrimitive));
    }

    private Artifact of(Artifact.Ring ring) {
        return artifacts.stream().filter(a -> a.ring() == ring).findFirst().orElseThrow();
    }

    private static String within(Artifact artifact) {
        return artifact.rootPackage() + "..";
    }

    private static final class PackageSlices implements SliceAssignment {

        @Override
        public String getDescription() {
            return "packages";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }
    }

    private static final class PackagesOf extends AbstractClassesTransformer<JavaPackage> {

        PackagesOf() {
            super("packages");
        }

        @Override
        public Iterable<JavaPackage> doTransform(JavaClasses classes) {
            return classes.stream().map(JavaClass::getPackage).distinct().toList();
        }
    }
}
