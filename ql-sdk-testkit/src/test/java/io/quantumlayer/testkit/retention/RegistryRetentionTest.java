package io.quantumlayer.testkit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.api.spi.retention.Deletion;
import io.quantumlayer.api.spi.retention.ImageRetention;
import io.quantumlayer.api.spi.retention.KeepReason;
import io.quantumlayer.api.spi.retention.Kept;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import io.quantumlayer.api.spi.retention.RetentionResult;
import io.quantumlayer.core.RegistryRetention;
import io.quantumlayer.testkit.fake.FakeRegistry;
import io.quantumlayer.testkit.intercept.Interception;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryRetentionTest {
    private static final ImageReference PLACE = RandomRepository.PLACE;

    private final CallContext call = RandomRepository.call();
    private final FakeRegistry registry = FakeRegistry.create();
    private final RegistryRetention retention = RegistryRetention.of(registry);

    @Test
    void refusesRulesThatKeepNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageRetention.ofNewest(0));
        ImageRetention rule = ImageRetention.ofNewest(1);
        assertThatIllegalArgumentException().isThrownBy(() -> rule.withAge(Duration.ZERO));
    }

    @Test
    void plansNothingForARepositoryThatIsNotThere() {
        RetentionPlan plan = retention.plan(call, PLACE, ImageRetention.ofNewest(1));

        assertThat(plan.deletions()).isEmpty();
        assertThat(plan.kept()).isEmpty();
        assertThat(retention.carryOut(call, plan, Set.of()).kind()).isEqualTo(RetentionResult.Kind.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"manifests\":[{\"digest\":\"sha512:00\"}]}",
                "{\"manifests\":[],\"manifests\":[]}",
                "{\"subject\":{\"digest\":\"nothing\"}}",
                "[]",
                "{}{}"
            })
    void plansNothingBesideAManifestThatCannotBeFollowed(String json) {
        dated("old", 20);
        dated("new", 1);
        RetentionPlan before = retention.plan(call, PLACE, ImageRetention.ofNewest(1));
        registry.push(call, PLACE.tagged("odd"), new RegistryManifest(RegistryManifest.INDEX, bytes(json)));

        assertThatThrownBy(() -> retention.plan(call, PLACE, ImageRetention.ofNewest(1)))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> retention.carryOut(call, before, Set.of())).hasMessageContaining("cannot be read");
        assertThat(registry.tags(call, PLACE)).containsExactly("new", "odd", "old");
    }

    @Test
    void keepsImagesOfOneTimeTogether() {
        dated("a", 5);
        dated("b", 5);
        dated("c", 6);

        RetentionPlan plan = retention.plan(call, PLACE, ImageRetention.ofNewest(1));

        assertThat(plan.deletions()).flatExtracting(Deletion::tags).containsExactly("c");
    }

    @Test
    void countsATaggedPlatformImageWithItsIndex() {
        RegistryManifest older = dated("1-amd64", 9);
        RegistryManifest newer = dated("2-amd64", 3);
        tag("1", index(older));
        tag("2", index(newer));
        dated("0", 12);

        RetentionPlan plan = retention.plan(call, PLACE, ImageRetention.ofNewest(2));

        assertThat(plan.deletions()).flatExtracting(Deletion::tags).containsExactly("0");
    }

    @Test
    void keepsTheSignatureOfWhatIsNotThereForADayAndForEverWhereItHasNoDate() {
        String gone = "sha256-" + Digest.of("gone").hex();
        tag(gone + ".sig", manifest("signature", Duration.ofHours(30)));
        RegistryManifest fresh = tag(gone + ".att", manifest("attestation", Duration.ofHours(20)));
        RegistryManifest undated =
                tag(gone + ".sbom", new RegistryManifest(RegistryManifest.MANIFEST, bytes("{\"layers\":[]}")));

        RetentionPlan plan = retention.plan(call, PLACE, ImageRetention.ofNewest(1));

        assertThat(plan.deletions()).flatExtracting(Deletion::tags).containsExactly(gone + ".sig");
        assertThat(reason(plan, fresh)).hasValue(KeepReason.YOUNG);
        assertThat(reason(plan, undated)).hasValue(KeepReason.UNKNOWN_AGE);
    }

    @Test
    void keepsWhatBelongsToItself() {
        RegistryManifest image = dated("old", 20);
        dated("new", 1);
        RegistryManifest index = index(image);
        tag("sha256-" + image.digest().hex() + ".att", index);

        RetentionPlan plan = retention.plan(call, PLACE, ImageRetention.ofNewest(1));

        assertThat(plan.deletions()).isEmpty();
        assertThat(reason(plan, image)).hasValue(KeepReason.REFERRED);
        assertThat(reason(plan, index)).hasValue(KeepReason.REFERRED);
    }

    @Test
    void triesNothingMoreOnceItIsCancelled() {
        dated("old", 20);
        dated("older", 30);
        dated("new", 1);
        RetentionPlan plan = retention.plan(call, PLACE, ImageRetention.ofNewest(1));
        AtomicBoolean over = new AtomicBoolean();
        RegistryRetention cancelling = RegistryRetention.of(Interception.of(ImageRegistry.class, registry, asked -> {
            over.set(over.get() || asked.method().equals("delete"));
            return asked.proceed();
        }));

        RetentionResult result = cancelling.carryOut(call.cancelledBy(over::get), plan, Set.of());

        assertThat(result.kind()).isEqualTo(RetentionResult.Kind.INCOMPLETE);
        assertThat(result.deleted()).flatExtracting(Deletion::tags).containsExactly("older");
        assertThat(result.untried()).flatExtracting(Deletion::tags).containsExactly("old");
    }

    private static Optional<KeepReason> reason(RetentionPlan plan, RegistryManifest manifest) {
        return plan.kept().stream()
                .filter(k -> k.digest().equals(manifest.digest()))
                .map(Kept::reason)
                .findFirst();
    }

    private RegistryManifest dated(String tag, int days) {
        return tag(tag, manifest(tag, Duration.ofDays(days)));
    }

    private static RegistryManifest manifest(String name, Duration age) {
        String created = "\"org.opencontainers.image.created\":\"" + RandomRepository.NOW.minus(age) + "\"";
        String json = "{\"name\":\"" + name + "\",\"layers\":[],\"annotations\":{" + created + "}}";
        return new RegistryManifest(RegistryManifest.MANIFEST, bytes(json));
    }

    private static RegistryManifest index(RegistryManifest held) {
        String json = "{\"manifests\":[{\"digest\":\"" + held.digest() + "\"}]}";
        return new RegistryManifest(RegistryManifest.INDEX, bytes(json));
    }

    private RegistryManifest tag(String tag, RegistryManifest manifest) {
        registry.push(call, PLACE.tagged(tag), manifest);
        return manifest;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
