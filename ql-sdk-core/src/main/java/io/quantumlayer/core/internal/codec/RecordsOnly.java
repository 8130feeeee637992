package io.quantumlayer.core.internal.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import java.io.Serial;
import java.lang.reflect.Field;

/**
 * Shows the codec the components of records and nothing else, so that no class is written by accident: a secret least
 * of all.
 */
final class RecordsOnly extends VisibilityChecker.Std {
    @Serial
    private static final long serialVersionUID = 1L;

    RecordsOnly() {
        super(Visibility.NONE, Visibility.NONE, Visibility.NONE, Visibility.ANY, Visibility.NONE);
    }

    @Override
    public boolean isFieldVisible(Field field) {
        return field.getDeclaringClass().isRecord();
    }

    @Override
    public boolean isFieldVisible(AnnotatedField field) {
        return isFieldVisible(field.getAnnotated());
    }
}
