package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.spi.catalog.Catalog;
import io.quantumlayer.testkit.contract.CatalogContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The catalogue of the clouds")
class CloudCatalogContractTest extends CatalogContract {
    @Override
    protected Catalog catalog() {
        return Catalogs.clouds();
    }
}
