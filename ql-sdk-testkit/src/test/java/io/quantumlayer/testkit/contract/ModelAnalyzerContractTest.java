package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.core.Analyzers;
import io.quantumlayer.testkit.fake.FakeModel;
import org.junit.jupiter.api.DisplayName;

@DisplayName("An analyzer that asks a model")
class ModelAnalyzerContractTest extends RequirementAnalyzerContract {
    @Override
    protected RequirementAnalyzer analyzer() {
        return Analyzers.model("fake-model", FakeModel.quoting());
    }

    @Override
    protected String sentence() {
        return "A REST service for books with search, payments and authentication";
    }
}
