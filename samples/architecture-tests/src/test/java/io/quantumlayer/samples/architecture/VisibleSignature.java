package io.quantumlayer.samples.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every type a caller meets when using a public class: supertypes, fields, parameters, results, errors, bounds. */
final class VisibleSignature extends ArchCondition<JavaClass> {

    /** Classes that code of other packages can name. */
    static final DescribedPredicate<JavaClass> VISIBLE =
            DescribedPredicate.describe("are visible", VisibleSignature::isVisible);

    private final DescribedPredicate<JavaClass> allowed;

    private VisibleSignature(DescribedPredicate<JavaClass> allowed) {
        super("show only types that " + allowed.getDescription());
        this.allowed = allowed;
    }

    static ArchCondition<JavaClass> showOnly(DescribedPredicate<JavaClass> allowed) {
        return new VisibleSignature(allowed);
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        Stream<JavaType> ofType = Stream.of(
                        item.getSuperclass().stream(), item.getInterfaces().stream(), bounds(item.getTypeParameters()))
                .flatMap(s -> s);
        report(item, item.getName(), ofType, events);
        item.getMembers().stream()
                .filter(m -> isShown(m.getModifiers()))
                .forEach(m -> report(item, m.getFullName(), typesOf(m), events));
    }

    private void report(JavaClass item, String where, Stream<JavaType> types, ConditionEvents events) {
        types.flatMap(t -> t.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .distinct()
                .filter(allowed.negate())
                .forEach(t -> events.add(SimpleConditionEvent.violated(item, where + " shows " + t.getName())));
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.of(
                            unit.getParameterTypes().stream(),
                            Stream.of(unit.getReturnType()),
                            unit.getExceptionTypes().stream(),
                            bounds(unit.getTypeParameters()))
                    .flatMap(s -> s);
        }
        return member.getAllInvolvedRawTypes().stream().map(t -> t);
    }

    private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> variables) {
        return variables.stream().flatMap(v -> v.getUpperBounds().stream());
    }

    private static boolean isVisible(JavaClass type) {
        return isShown(type.getModifiers())
                && type.getEnclosingClass().map(VisibleSignature::isVisible).orElse(true);
    }

    private static boolean isShown(Set<JavaModifier> modifiers) {
        return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
    }
}
