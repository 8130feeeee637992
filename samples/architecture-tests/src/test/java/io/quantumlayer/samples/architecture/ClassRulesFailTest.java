package io.quantumlayer.samples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs each rule on fixtures that break it, for a rule that cannot fail proves nothing. */
class ClassRulesFailTest {

    private static final String ROOT = "io.quantumlayer.samples.architecture.fixture.";
    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages(ROOT.substring(0, ROOT.length() - 1));

    private final Artifact api = artifact("ql-sdk-api", "api");
    private final Artifact core = artifact("ql-sdk-core", "core");
    private final Artifact security = artifact("ql-sdk-security", "security");
    private final Artifact monitoring = artifact("ql-sdk-monitoring", "monitoring");
    private final ClassRules rules = new ClassRules(List.of(api, core, security, monitoring));

    @Test
    void catchesAnApiThatUsesALibrary() {
        assertThat(breaches(rules.apiStandsAlone())).isNotEmpty().allMatch(b -> b.contains("api.Plan"));
    }

    @Test
    void catchesACoreThatUsesAnExtension() {
        assertThat(breaches(rules.seesOnlyAllowedSiblings(core)))
                .isNotEmpty()
                .allMatch(b -> b.contains("core.Flow") && b.contains("security.Scanner"));
    }

    @Test
    void catchesAnExtensionThatUsesCore() {
        assertThat(breaches(rules.seesOnlyAllowedSiblings(security)))
                .isNotEmpty()
                .allMatch(b -> b.contains("security.Scanner") && b.contains("core.internal.Journal"));
    }

    @Test
    void catchesAnExtensionThatUsesAnother() {
        assertThat(breaches(rules.seesOnlyAllowedSiblings(monitoring)))
                .isNotEmpty()
                .allMatch(b -> b.contains("monitoring.Monitor") && b.contains("security.Scanner"));
    }

    @Test
    void catchesTheUseOfAnInternal() {
        assertThat(breaches(rules.keepsInternalsPrivate(core)))
                .isNotEmpty()
                .allMatch(b -> b.contains("security.Scanner") && b.contains("core.internal.Journal"));
    }

    @Test
    void catchesEachForeignTypeInASignature() {
        String showing = ROOT + "core.Showing";
        assertThat(breaches(rules.showsNoForeignTypes(core)))
                .containsExactlyInAnyOrder(
                        showing + " shows org.slf4j.ILoggerFactory",
                        showing + " shows org.slf4j.Logger",
                        showing + ".field shows org.slf4j.Logger",
                        showing + ".<init>([Lorg.slf4j.Logger;) shows org.slf4j.Logger",
                        showing + ".result() shows org.slf4j.Logger",
                        showing + ".internal() shows " + ROOT + "core.internal.Journal");
    }

    @Test
    void catchesAPackageCycle() {
        assertThat(breaches(rules.hasNoPackageCycles()))
                .anyMatch(b -> b.contains("core.first") && b.contains("core.second"));
    }

    @Test
    void catchesAPackageThatNothingDescribes() {
        assertThat(breaches(rules.describesEachPackage()))
                .contains(ROOT + "monitoring has no null-marked package-info")
                .doesNotContain(ROOT + "api has no null-marked package-info");
    }

    /** The fixtures lie below architecture-tests, which passes for a jar of the artifact "architecture". */
    @Test
    void catchesAClassInAnotherRootPackage() {
        assertThat(breaches(rules.fillsNoOtherRootPackage(artifact("architecture", "api"))))
                .anyMatch(b -> b.contains("core.Flow"))
                .noneMatch(b -> b.contains("api.Plan"));
    }

    private static List<String> breaches(ArchRule rule) {
        return rule.evaluate(FIXTURES).getFailureReport().getDetails();
    }

    private static Artifact artifact(String id, String folder) {
        return new Artifact(id, ROOT + folder, Path.of("modules", folder), List.of());
    }
}
