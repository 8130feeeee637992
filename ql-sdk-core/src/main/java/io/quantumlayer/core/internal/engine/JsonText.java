package io.quantumlayer.core.internal.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decides whether bytes can stand as they are in a record: one JSON object, array or text, valid UTF-8, one line. */
final class JsonText {
    private final JsonFactory factory;

    JsonText(JsonFactory factory) {
        this.factory = factory;
    }

    boolean embeddable(byte[] data) {
        return framed(data) && oneLine(data) && utf8(data) && wellFormed(data);
    }

    /** Without white space around it, so that the parser finds its first and last byte again when it is read back. */
    private static boolean framed(byte[] data) {
        if (data.length < 2) {
            return false;
        }
        byte last = data[data.length - 1];
        return switch (data[0]) {
            case '{' -> last == '}';
            case '[' -> last == ']';
            case '"' -> last == '"';
            default -> false;
        };
    }

    private static boolean oneLine(byte[] data) {
        for (byte b : data) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean utf8(byte[] data) {
        for (byte b : data) {
            if (b < 0) {
                return decodes(data);
            }
        }
        return true;
    }

    private static boolean decodes(byte[] data) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean wellFormed(byte[] data) {
        try (JsonParser parser = factory.createParser(data)) {
            parser.nextToken();
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
