package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.core.Analyzers;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The rules of core")
class RulesContractTest extends RequirementAnalyzerContract {
    @Override
    protected RequirementAnalyzer analyzer() {
        return Analyzers.rules();
    }

    @Override
    protected String sentence() {
        return "A Python FastAPI service for books with search and authentication, EU only, HIPAA, for $50 a month";
    }
}
