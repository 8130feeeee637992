package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.spi.catalog.Catalog;
import io.quantumlayer.api.spi.catalog.CatalogFactory;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.catalog.CloudCatalogFactory;
import io.quantumlayer.core.QuantumLayerBuilder;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The catalogue of the clouds, as a library instance sees it. */
final class Catalogs {
    private Catalogs() {}

    static Catalog clouds() {
        AtomicReference<Catalog> made = new AtomicReference<>();
        CatalogFactory kept = new Kept(made);
        QuantumLayer ql =
                QuantumLayerBuilder.create().discovery(false).addCatalog(kept).build();
        ql.close();
        return Objects.requireNonNull(made.get(), "the catalogue was not asked for");
    }

    static List<PricedOffering> offerings() {
        return clouds().offerings();
    }

    private record Kept(AtomicReference<Catalog> made) implements CatalogFactory {
        private static final CatalogFactory CLOUDS = new CloudCatalogFactory();

        @Override
        public String id() {
            return CLOUDS.id();
        }

        @Override
        public List<Setting> settings() {
            return CLOUDS.settings();
        }

        @Override
        public Catalog create(ExtensionContext context) {
            Catalog catalog = CLOUDS.create(context);
            made.set(catalog);
            return catalog;
        }
    }
}
