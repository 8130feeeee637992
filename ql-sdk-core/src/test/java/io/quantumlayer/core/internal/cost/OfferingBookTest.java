package io.quantumlayer.core.internal.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.Tariff;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.spi.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferingBookTest {
    private final List<String> read = new ArrayList<>();

    @Test
    void one_provider_is_read_without_the_others_and_once() {
        OfferingBook book = new OfferingBook(List.of(), List.of(new Recording(Set.of("a", "b"))));
        assertThat(book.isEmpty()).isFalse();
        assertThat(book.find("local/process/here")).isEmpty();
        assertThat(book.find("no id at all")).isEmpty();
        assertThat(read).isEmpty();
        assertThat(book.find("b/run/there")).isPresent();
        assertThat(book.find("b/run/elsewhere")).isEmpty();
        assertThat(read).containsExactly("b");
        assertThat(ids(book)).containsExactly("a/run/there", "b/run/there");
        assertThat(read).containsExactly("b", "a");
    }

    @Test
    void what_the_caller_added_wins_and_stands_beside_the_rest() {
        PricedOffering own = offering("b/run/there", Strategy.EDGE);
        PricedOffering other = offering("mine/run/here", Strategy.EDGE);
        OfferingBook book = new OfferingBook(List.of(own, other), List.of(new Recording(Set.of("b"))));
        assertThat(ids(book)).containsExactly("b/run/there", "mine/run/here");
        assertThat(book.find("b/run/there").orElseThrow().offering()).isEqualTo(own);
    }

    @Test
    void without_anything_it_is_empty() {
        assertThat(new OfferingBook(List.of(), List.of()).isEmpty()).isTrue();
        assertThat(new OfferingBook(List.of(), List.of()).all()).isEmpty();
    }

    private static List<String> ids(OfferingBook book) {
        return book.all().stream()
                .map(rates -> rates.offering().offering().id())
                .toList();
    }

    private static PricedOffering offering(String id, Strategy strategy) {
        return new PricedOffering(Offering.of(id, strategy), Tariff.unknown(), List.of());
    }

    private final class Recording implements Catalog {
        private final Set<String> providers;

        Recording(Set<String> providers) {
            this.providers = providers;
        }

        @Override
        public Set<String> providers() {
            return providers;
        }

        @Override
        public List<PricedOffering> offerings(String provider) {
            read.add(provider);
            return List.of(offering(provider + "/run/there", Strategy.SERVERLESS));
        }
    }
}
