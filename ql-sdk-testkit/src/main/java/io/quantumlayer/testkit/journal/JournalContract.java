package io.quantumlayer.testkit.journal;

import io.quantumlayer.api.spi.journal.Journal;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every journal promises, sentence by sentence. A subclass is a JUnit test class of its own: it runs all rules
 * against the journal it opens.
 *
 * <pre>{@code
 * class MyJournalContractTest extends JournalContract {
 *     @TempDir Path folder;
 *
 *     @Override
 *     protected Journal open() {
 *         return MyJournal.in(folder);
 *     }
 *
 *     @Override
 *     protected Set<JournalTrait> traits() {
 *         return EnumSet.of(JournalTrait.REOPENS);
 *     }
 * }
 * }</pre>
 */
public abstract class JournalContract {
    private JournalWorld world;

    /** Only for subclasses. */
    protected JournalContract() {}

    /**
     * Opens the journal under test. Called once before each test, when the store is empty, and again when a test
     * reopens the store or opens it twice; the kit closes what it opened.
     *
     * @return an open journal over the test's one store
     * @throws Exception if it cannot be opened
     */
    protected abstract Journal open() throws Exception;

    /**
     * Says what the journal claims.
     *
     * @return its traits, maybe none
     */
    protected abstract Set<JournalTrait> traits();

    @BeforeEach
    final void openWorld() {
        world = new JournalWorld(this::open, traits());
    }

    @AfterEach
    final void closeWorld() {
        world.close();
    }

    @Nested
    @DisplayName("Writing")
    class Writing extends WritingRules {
        @Override
        JournalWorld world() {
            return world;
        }
    }

    @Nested
    @DisplayName("Owning")
    class Owning extends OwningRules {
        @Override
        JournalWorld world() {
            return world;
        }
    }

    @Nested
    @DisplayName("Reading")
    class Reading extends ReadingRules {
        @Override
        JournalWorld world() {
            return world;
        }
    }

    @Nested
    @DisplayName("Pruning and exporting")
    class Keeping extends KeepingRules {
        @Override
        JournalWorld world() {
            return world;
        }
    }

    @Nested
    @DisplayName("Opening and closing")
    class Living extends LivingRules {
        @Override
        JournalWorld world() {
            return world;
        }
    }
}
