package io.quantumlayer.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

/** A part of an encoded value that is written again as it is, without being read. Immutable. */
public final class Encoded {
    private final byte[] json;

    Encoded(byte[] json) {
        this.json = json;
    }

    static SimpleModule module() {
        return new SimpleModule("encoded parts").addSerializer(Encoded.class, new Writer());
    }

    private static final class Writer extends StdSerializer<Encoded> {
        @Serial
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Encoded.class);
        }

        @Override
        public void serialize(Encoded part, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(new String(part.json, StandardCharsets.UTF_8));
        }
    }
}
