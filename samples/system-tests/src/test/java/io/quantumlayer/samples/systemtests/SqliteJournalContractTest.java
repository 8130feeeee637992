package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.journal.jdbc.SqliteJournal;
import io.quantumlayer.testkit.journal.JournalContract;
import io.quantumlayer.testkit.journal.JournalTrait;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The journal on SQLite")
class SqliteJournalContractTest extends JournalContract {
    @TempDir
    Path folder;

    @Override
    protected Journal open() {
        return SqliteJournal.at(folder.resolve("journal.db"))
                .durability(Durability.PROCESS_DEATH)
                .build();
    }

    @Override
    protected Set<JournalTrait> traits() {
        return EnumSet.allOf(JournalTrait.class);
    }
}
