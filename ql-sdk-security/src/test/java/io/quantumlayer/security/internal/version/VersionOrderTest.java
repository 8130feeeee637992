package io.quantumlayer.security.internal.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionOrderTest {
    /** The line that PEP 440 prints in its summary. */
    private static final List<String> PEP_440 = List.of(
            "1.dev0",
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
            "1!0.1");

    /** The line of section 11 of Semantic Versioning. */
    private static final List<String> SEMVER = List.of(
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "2.0.0",
            "2.1.0",
            "2.1.1");

    /** The order of qualifiers in Maven's reference of the POM. */
    private static final List<String> MAVEN = List.of(
            "1.0-alpha-1",
            "1.0-beta-1",
            "1.0-milestone-1",
            "1.0-rc-1",
            "1.0-SNAPSHOT",
            "1.0",
            "1.0-sp",
            "1.0-whatever",
            "1.0-1",
            "1.0.1");

    /** How Go's reference of modules orders pseudo-versions. */
    private static final List<String> GO = List.of(
            "v0.0.0-20190101000000-abcdefabcdef",
            "v0.0.0-20200101000000-012345678901",
            "v1.2.3-pre",
            "v1.2.3-pre.0.20190101000000-abcdefabcdef",
            "v1.2.3",
            "v1.2.4-0.20190101000000-abcdefabcdef",
            "v1.2.4");

    @Test
    void ordersEachEcosystemsPublishedLine() throws Exception {
        assertAscending(VersionOrder.PYTHON, PEP_440);
        assertAscending(VersionOrder.SEMVER, SEMVER);
        assertAscending(VersionOrder.MAVEN, MAVEN);
        assertAscending(VersionOrder.SEMVER, GO);
    }

    @Test
    void knowsTheSpellingsOfOneVersion() throws Exception {
        assertEqual(VersionOrder.PYTHON, "1.0", "v1.0.0");
        assertEqual(VersionOrder.PYTHON, "1.0alpha1", "1.0.A-1");
        assertEqual(VersionOrder.PYTHON, "1.0-1", "1.0.post1");
        assertEqual(VersionOrder.PYTHON, "1.0c1", "1.0.preview_1");
        assertEqual(VersionOrder.PYTHON, "1.0+Ubuntu-1", "1.0+ubuntu.1");
        assertEqual(VersionOrder.MAVEN, "1ga", "1");
        assertEqual(VersionOrder.MAVEN, "1.0.0", "1");
        assertEqual(VersionOrder.SEMVER, "v2.0.0+incompatible", "2.0.0");
    }

    @Test
    void saysWhenATextIsNoVersion() {
        assertThatThrownBy(() -> VersionOrder.PYTHON.compare("latest", "1.0"))
                .isInstanceOf(InvalidVersionException.class);
        assertThatThrownBy(() -> VersionOrder.SEMVER.compare("1.0.0", "1.0"))
                .isInstanceOf(InvalidVersionException.class);
        assertThatThrownBy(() -> VersionOrder.MAVEN.compare("1", "1".repeat(600)))
                .isInstanceOf(InvalidVersionException.class);
    }

    private static void assertAscending(VersionOrder order, List<String> line) throws Exception {
        for (int i = 0; i < line.size(); i++) {
            for (int j = 0; j < line.size(); j++) {
                assertThat(Integer.signum(order.compare(line.get(i), line.get(j))))
                        .as(line.get(i) + " to " + line.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    private static void assertEqual(VersionOrder order, String one, String other) throws Exception {
        assertThat(order.compare(one, other)).as(one + " and " + other).isZero();
    }
}
