package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.Control;
import io.quantumlayer.api.spi.provider.LogPage;
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState.Route;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every provider promises. Each test begins with an outside that holds nothing of the application. */
public abstract class ProviderContract {
    private static final int OK = 200;

    private PlacedByKit kit;

    /** Only for subclasses. */
    protected ProviderContract() {}

    /**
     * Creates a provider over the one outside of this test, as a new host process would. The kit closes it.
     *
     * @return the provider under test
     */
    protected abstract Provider provider();

    /**
     * Returns a release that can be placed; its health path answers 200 once it runs.
     *
     * @param number 1 or 2: two releases of one application, with ids and digests of their own
     * @return the release, equal each time
     */
    protected abstract ReleaseSpec release(int number);

    /**
     * Returns what the provider declares.
     *
     * @return its traits
     */
    protected abstract Set<ProviderTrait> traits();

    /**
     * Returns what reaches the provider's addresses.
     *
     * @return the prober
     */
    protected abstract Prober prober();

    /**
     * Returns the provider's time.
     *
     * @return manual for a fake, real for a real outside
     */
    protected abstract KitTime time();

    /**
     * Counts what the outside holds of the application, by another way than through the provider.
     *
     * @return how many things there are, or empty if nobody can count them
     */
    protected abstract OptionalInt outside();

    /**
     * Returns how the outside is made to fail.
     *
     * @return the outage, not begun; empty if nobody can make this outside fail
     */
    protected abstract Optional<KitOutage> outage();

    /**
     * Returns a release of a few small files that carries {@link KitSecret#REFERENCE}, for a provider that takes any.
     *
     * @param context what the provider is lent; its secrets must know {@link KitSecret#store()}
     * @param offering where it goes
     * @param number 1 or 2
     * @return the release, equal each time
     */
    protected static ReleaseSpec release(ExtensionContext context, Offering offering, int number) {
        return PlacedByKit.release(context, offering, number);
    }

    /**
     * Returns the application on whose behalf the kit makes its calls; the releases belong to it.
     *
     * @return the application
     */
    protected static final ApplicationId application() {
        return KitCalls.APPLICATION;
    }

    @BeforeEach
    final void open() {
        kit = new PlacedByKit(this::provider, time());
    }

    @AfterEach
    final void clear() {
        kit.clear();
    }

    @Test
    @DisplayName("it offers what carries its own id, the same each time")
    final void offersUnderItsOwnId() {
        List<Offering> offerings = kit.provider().offerings();
        assertThat(offerings).isNotEmpty().isEqualTo(kit.provider().offerings());
        assertThat(offerings)
                .allSatisfy(
                        o -> assertThat(o.provider()).isEqualTo(kit.provider().id()));
    }

    @Test
    @DisplayName("detection names the provider and changes nothing")
    final void detects() {
        assertThat(kit.provider().detect(kit.call("detect")).providerId())
                .isEqualTo(kit.provider().id());
        assertThat(kit.presences(release(1)))
                .as("it has effects when it only looks")
                .containsOnly(Presence.ABSENT);
    }

    @Test
    @DisplayName("planning touches nothing and gives equal plans for equal releases")
    final void plansPurely() {
        List<Operation> plan = kit.plan(release(1));
        assertThat(plan).isNotEmpty().isEqualTo(kit.plan(release(1)));
        assertThat(kit.presences(release(1)))
                .as("it has effects when it only plans")
                .containsOnly(Presence.ABSENT);
    }

    @Test
    @DisplayName("each operation has an id of its own and a resource that is valid as label, tag and name")
    final void namesResources() {
        List<Operation> plan = kit.plan(release(1));
        assertThat(plan).extracting(Operation::id).doesNotHaveDuplicates();
        assertThat(plan).extracting(Operation::resource).doesNotHaveDuplicates();
        assertThat(plan).allSatisfy(o -> assertThat(o.resource()).matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
    }

    @Test
    @DisplayName("what is ensured is present once it has settled")
    final void makes() {
        kit.place(release(1));
        assertThat(kit.presences(release(1))).containsOnly(Presence.PRESENT);
    }

    @Test
    @DisplayName("ensuring again under the same key finds what is there and tells the same of it")
    final void makesOnce() {
        List<Map<String, String>> first = kit.place(release(1));
        OptionalInt things = outside();
        assertThat(kit.place(release(1))).isEqualTo(first);
        assertThat(outside())
                .as("it ignores the key: a second thing was made under the same one")
                .isEqualTo(things);
    }

    @Test
    @DisplayName("a new process finds what an earlier one made and goes on with it")
    final void survivesItsProcess() {
        List<Map<String, String>> first = kit.place(release(1));
        OptionalInt things = outside();
        kit.restart();
        assertThat(kit.presences(release(1))).containsOnly(Presence.PRESENT);
        assertThat(kit.place(release(1))).isEqualTo(first);
        assertThat(outside()).isEqualTo(things);
    }

    @Test
    @DisplayName("what is removed is absent once it has settled, and removing it again is no error")
    final void removes() {
        OptionalInt before = outside();
        kit.place(release(1));
        kit.remove(release(1));
        assertThat(outside()).as("it claims a removal that did not happen").isEqualTo(before);
        assertThat(kit.presences(release(1))).containsOnly(Presence.ABSENT);
        kit.remove(release(1));
        assertThat(kit.presences(release(1))).containsOnly(Presence.ABSENT);
    }

    @Test
    @DisplayName("a new process removes what an earlier one made")
    final void removesAfterItsProcess() {
        kit.place(release(1));
        kit.restart();
        kit.remove(release(1));
        assertThat(kit.presences(release(1))).containsOnly(Presence.ABSENT);
    }

    @Test
    @DisplayName("its inventory is exactly what stands, after a restart too, where it is declared")
    final void listsWhatStands() {
        inventory().check(release(1));
    }

    private KitInventory inventory() {
        return new KitInventory(kit, traits().contains(ProviderTrait.INVENTORY));
    }

    @Test
    @DisplayName("a placed release gets no public traffic before the switch")
    final void placesQuietly() {
        kit.place(release(1));
        assertThat(kit.route(release(1))).isEmpty();
    }

    @Test
    @DisplayName("a placed release answers at its candidate address exactly where those are declared")
    final void answersAtCandidate() {
        kit.place(release(1));
        Optional<URI> candidate = kit.provider().candidate(kit.call("candidate"), release(1));
        assertThat(candidate.isPresent()).isEqualTo(traits().contains(ProviderTrait.CANDIDATES));
        candidate.ifPresent(address -> assertThat(healthy(address)).isTrue());
    }

    @Test
    @DisplayName("the switch sends the public traffic to the release and reports its digest")
    final void switches() {
        kit.place(release(1));
        URI address = kit.switchTo(release(1));
        Route route = kit.route(release(1)).orElseThrow();
        assertThat(route.release()).isEqualTo(release(1).release());
        assertThat(route.digest()).isEqualTo(release(1).digest());
        assertThat(route.address()).isEqualTo(address);
        assertThat(healthy(address)).isTrue();
    }

    @Test
    @DisplayName("the public address stays while the traffic moves to the next release and back")
    final void switchesBack() {
        kit.place(release(1));
        kit.place(release(2));
        URI first = kit.switchTo(release(1));
        assertThat(kit.switchTo(release(2)))
                .as("it moves the public address with the traffic")
                .isEqualTo(first);
        assertThat(kit.route(release(1)).orElseThrow().release())
                .isEqualTo(release(2).release());
        assertThat(kit.switchTo(release(1))).isEqualTo(first);
        assertThat(kit.switchTo(release(1))).as("again").isEqualTo(first);
        assertThat(kit.route(release(2)).orElseThrow().release())
                .isEqualTo(release(1).release());
    }

    @Test
    @DisplayName("a new process reads who gets the traffic")
    final void remembersTrafficOutside() {
        kit.place(release(1));
        kit.switchTo(release(1));
        kit.restart();
        assertThat(kit.route(release(1)).map(Route::release))
                .as("it answers from memory who gets the traffic")
                .contains(release(1).release());
    }

    @Test
    @DisplayName("switched off, no release gets traffic and nothing answers; doing it again is no error")
    final void switchesOff() {
        kit.place(release(1));
        URI address = kit.switchTo(release(1));
        kit.switchOff(release(1));
        kit.switchOff(release(1));
        assertThat(kit.route(release(1))).isEmpty();
        assertThat(answer(address).kind()).isEqualTo(Effect.Kind.FAILED);
    }

    @Test
    @DisplayName("removing one release leaves the other one and its traffic alone")
    final void removesOnlyItsOwn() {
        kit.place(release(1));
        kit.place(release(2));
        kit.switchTo(release(2));
        kit.removeUnshared(release(1), release(2));
        assertThat(kit.presences(release(2))).containsOnly(Presence.PRESENT);
        assertThat(healthy(kit.route(release(2)).orElseThrow().address())).isTrue();
    }

    @Test
    @DisplayName("closing it ends no release")
    final void closesAlone() {
        kit.place(release(1));
        URI address = kit.switchTo(release(1));
        kit.provider().close();
        kit.provider().close();
        assertThat(healthy(address)).as("it ends releases when it is closed").isTrue();
        kit.restart();
        assertThat(kit.presences(release(1)))
                .as("it ends releases when it is closed")
                .containsOnly(Presence.PRESENT);
    }

    @Test
    @DisplayName("controls are observed with what was seen, where they are declared")
    final void observesControls() {
        kit.place(release(1));
        List<Control> controls = kit.provider().controls(kit.call("controls"), release(1));
        assertThat(!controls.isEmpty()).isEqualTo(traits().contains(ProviderTrait.CONTROLS));
        assertThat(controls).allSatisfy(c -> assertThat(c.detail()).isNotBlank());
    }

    @Test
    @DisplayName("the log is read page by page, each line once, at most 1,000 at a time")
    final void readsLogs() {
        kit.place(release(1));
        List<LogPage> pages = kit.logs(release(1));
        assertThat(pages).allSatisfy(page -> assertThat(page.lines()).hasSizeLessThanOrEqualTo(1_000));
        assertThat(!pages.isEmpty()).isEqualTo(traits().contains(ProviderTrait.LOGS));
    }

    @Test
    @DisplayName("nothing it tells holds the value of a secret")
    final void keepsSecrets() {
        ReleaseSpec release = release(1);
        assumeTrue(
                release.workload().secrets().containsValue(KitSecret.REFERENCE),
                "the releases of this kit carry no secret");
        List<Object> told = new ArrayList<>(kit.plan(release));
        told.addAll(kit.place(release));
        told.add(kit.switchTo(release));
        told.add(kit.provider().traffic(kit.call("traffic"), release));
        told.add(kit.provider().candidate(kit.call("candidate"), release));
        told.add(kit.provider().controls(kit.call("controls"), release));
        kit.plan(release)
                .forEach(o -> told.add(
                        kit.provider().observe(kit.call(o.resource()), o).attributes()));
        assertThat(told.toString())
                .as("it leaks a secret: what it told holds the value behind a reference")
                .doesNotContain(KitSecret.VALUE);
    }

    @Test
    @DisplayName("what it cannot see is unknown or an error, never absent")
    final void doubtsWhatItCannotSee() {
        KitOutage outage = outage().orElseGet(() -> abort("nobody can make this outside fail"));
        kit.place(release(1));
        kit.switchTo(release(1));
        outage.refuse();
        try {
            assertThat(kit.sightings(release(1)))
                    .as("it lies about absence: the outside refused to answer")
                    .doesNotContain(Presence.ABSENT);
            assertThatExceptionOfType(RuntimeException.class)
                    .as("it lies about traffic: the outside refused to answer")
                    .isThrownBy(() -> kit.route(release(1)));
            inventory().doubt();
        } finally {
            outage.end();
        }
    }

    @Test
    @DisplayName("a call is over by its deadline even if the outside hangs")
    final void keepsDeadlines() {
        KitOutage outage = outage().orElseGet(() -> abort("nobody can make this outside fail"));
        Operation operation = kit.plan(release(1)).get(0);
        outage.hang();
        try {
            Duration spent = kit.spent(call -> kit.provider().observe(call, operation));
            assertThat(spent)
                    .as("it blocks past the deadline: one second was given")
                    .isLessThan(Duration.ofSeconds(10));
        } finally {
            outage.end();
        }
    }

    private boolean healthy(URI address) {
        return kit.eventually(
                () -> answer(address).value().filter(a -> a.status() == OK).isPresent());
    }

    private Effect<ProbeAnswer> answer(URI address) {
        URI health = address.resolve(release(1).workload().healthPath());
        return prober().get(kit.call("probe"), health, Map.of());
    }
}
