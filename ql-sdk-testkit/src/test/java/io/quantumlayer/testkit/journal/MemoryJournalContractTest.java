package io.quantumlayer.testkit.journal;

import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.core.Journals;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The journal in memory")
class MemoryJournalContractTest extends JournalContract {
    @Override
    protected Journal open() {
        return Journals.inMemory();
    }

    @Override
    protected Set<JournalTrait> traits() {
        return Set.of();
    }
}
