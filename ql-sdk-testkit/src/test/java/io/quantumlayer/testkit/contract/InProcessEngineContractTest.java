package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.core.Engines;

class InProcessEngineContractTest extends EngineContract {
    @Override
    protected EngineFactory engine() {
        return Engines.inProcess();
    }
}
