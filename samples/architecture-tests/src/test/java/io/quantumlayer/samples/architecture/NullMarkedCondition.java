package io.quantumlayer.samples.architecture;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Holds for a package whose package-info is null-marked; without an annotation there is no such class to find. */
final class NullMarkedCondition extends ArchCondition<JavaPackage> {

    NullMarkedCondition() {
        super("have a null-marked package-info");
    }

    @Override
    public void check(JavaPackage item, ConditionEvents events) {
        boolean marked = item.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        events.add(new SimpleConditionEvent(item, marked, item.getName() + " has no null-marked package-info"));
    }
}
