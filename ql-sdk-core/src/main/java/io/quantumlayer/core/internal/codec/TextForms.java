package io.quantumlayer.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** The values that are one text in JSON, as value and as map key: the text that their {@code toString} prints. */
final class TextForms {
    private TextForms() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("text forms");
        add(module, Digest.class, Digest::parse);
        add(module, SecretRef.class, SecretRef::parse);
        add(module, CpuMillis.class, CpuMillis::parse);
        add(module, Memory.class, Memory::parse);
        add(module, Programme.class, Programme::new);
        add(module, Residency.class, Residency::new);
        add(module, ReleaseId.class, ReleaseId::new);
        add(module, ApplicationId.class, TextForms::application);
        add(module, RunId.class, TextForms::run);
        add(module, ImageReference.class, TextForms::image);
        return module.addAbstractTypeMapping(Set.class, LinkedHashSet.class);
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new Writer<>(type));
        module.addKeySerializer(type, new KeyWriter<>(type));
        module.addDeserializer(type, new Reader<>(type, parse));
        module.addKeyDeserializer(type, new KeyReader(type, parse));
    }

    private static ApplicationId application(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("an application is tenant/name");
        }
        return new ApplicationId(text.substring(0, slash), text.substring(slash + 1));
    }

    private static ImageReference image(String text) {
        try {
            return ImageReference.parse(text);
        } catch (QuantumLayerException e) {
            throw new IllegalArgumentException("an image is named like ghcr.io/acme/todo@sha256:<64 hex>", e);
        }
    }

    private static RunId run(String text) {
        int slash = text.lastIndexOf('/');
        return new RunId(application(text.substring(0, Math.max(0, slash))), text.substring(slash + 1));
    }

    private static final class Writer<T> extends StdScalarSerializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        Writer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class KeyWriter<T> extends StdScalarSerializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        KeyWriter(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.toString());
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Reader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getText();
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                return handledType().cast(context.handleWeirdStringValue(handledType(), text, "is not one"));
            }
        }

        @Override
        @SuppressWarnings("unchecked") // The constructor was given the class of T.
        public Class<T> handledType() {
            return (Class<T>) super.handledType();
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final Class<?> type;
        private final Function<String, ?> parse;

        KeyReader(Class<?> type, Function<String, ?> parse) {
            this.type = type;
            this.parse = parse;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return parse.apply(key);
            } catch (IllegalArgumentException e) {
                return context.handleWeirdKey(type, key, "is not one");
            }
        }
    }
}
