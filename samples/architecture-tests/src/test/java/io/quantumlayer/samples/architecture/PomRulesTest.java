package io.quantumlayer.samples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PomRulesTest {

    @Nested
    class ThisReactor {

        private final PomRules rules = new PomRules(Reactor.ofThisBuild());

        @Test
        void keepsTheArrowsInItsPoms() {
            assertThat(rules.forbiddenSiblings()).isEmpty();
            assertThat(rules.foreignLibrariesOfApi()).isEmpty();
        }

        @Test
        void listsEveryPublishedArtifactInTheBom() {
            assertThat(rules.bomGaps()).isEmpty();
        }

        @Test
        void givesEachArtifactOneRootPackage() {
            assertThat(rules.unclearRootPackages()).isEmpty();
        }
    }

    /** A reactor in the test resources that breaks each rule, for a rule that cannot fail proves nothing. */
    @Nested
    class BrokenReactor {

        private final PomRules rules = new PomRules(Reactor.at(resource("/broken-reactor")));

        @Test
        void isCaughtDependingOnAForbiddenSibling() {
            assertThat(rules.forbiddenSiblings())
                    .containsExactly(
                            "ql-sdk-core depends on ql-sdk-security",
                            "ql-sdk-security depends on ql-sdk-core",
                            "ql-sdk-security depends on ql-sdk-testkit");
        }

        @Test
        void isCaughtGivingTheApiALibrary() {
            assertThat(rules.foreignLibrariesOfApi())
                    .containsExactly("ql-sdk-api depends on com.fasterxml.jackson.core:jackson-databind");
        }

        @Test
        void isCaughtWithGapsInTheBom() {
            assertThat(rules.bomGaps())
                    .containsExactly("ql-sdk-security is not in the BOM", "ql-sdk-gone is in the BOM but not built");
        }

        @Test
        void isCaughtSharingARootPackage() {
            assertThat(rules.unclearRootPackages())
                    .containsExactly("ql-sdk-core shares its root package with ql-sdk-security");
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(PomRulesTest.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
