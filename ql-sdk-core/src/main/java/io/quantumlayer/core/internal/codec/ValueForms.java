package io.quantumlayer.core.internal.codec;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.spi.provider.Workload;
import java.util.function.Function;

/** The classes of the api that are no records, each written as a record of this package that mirrors it. */
final class ValueForms {
    private ValueForms() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("value forms");
        new Form<>(Money.class, String.class, Money::toString, Money::parse).addTo(module);
        new Form<>(Failure.class, FailureForm.class, FailureForm::of, FailureForm::value).addTo(module);
        new Form<>(Evidence.class, EvidenceForm.class, EvidenceForm::of, EvidenceForm::value).addTo(module);
        new Form<>(Offering.class, OfferingForm.class, OfferingForm::of, OfferingForm::value).addTo(module);
        new Form<>(Workload.class, WorkloadForm.class, WorkloadForm::of, WorkloadForm::value).addTo(module);
        new Form<>(AppSpec.class, AppForm.class, AppForm::of, AppForm::value).addTo(module);
        return module;
    }

    /** A class, its form, and the way from one to the other and back. */
    private record Form<T, F>(Class<T> type, Class<F> form, Function<T, F> write, Function<F, T> read) {
        void addTo(SimpleModule module) {
            module.addSerializer(type, new StdDelegatingSerializer(type, new Step<>(type, form, write)));
            module.addDeserializer(type, new StdDelegatingDeserializer<>(new Step<>(form, type, read)));
        }
    }

    private record Step<A, B>(Class<A> from, Class<B> to, Function<A, B> way) implements Converter<A, B> {
        @Override
        public B convert(A value) {
            return way.apply(value);
        }

        @Override
        public JavaType getInputType(TypeFactory types) {
            return types.constructType(from);
        }

        @Override
        public JavaType getOutputType(TypeFactory types) {
            return types.constructType(to);
        }
    }
}
