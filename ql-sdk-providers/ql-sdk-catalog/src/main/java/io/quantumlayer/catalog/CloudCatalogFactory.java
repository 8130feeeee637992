package io.quantumlayer.catalog;

import io.quantumlayer.api.spi.catalog.Catalog;
import io.quantumlayer.api.spi.catalog.CatalogFactory;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.catalog.internal.CloudCatalog;
import java.util.List;

/** Creates the catalogue of the clouds, whose data lie in this artifact and are read when they are first asked for. */
public final class CloudCatalogFactory implements CatalogFactory {
    /** Creates a factory; it does no work. */
    public CloudCatalogFactory() {}

    @Override
    public String id() {
        return "clouds";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Catalog create(ExtensionContext context) {
        return new CloudCatalog();
    }
}
