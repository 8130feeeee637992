package io.quantumlayer.security.internal.infra.rule;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file that may be an infrastructure file. Its bytes are not copied. */
public final class InfraFile {
    /** How many bytes of a file are read. */
    public static final int LARGEST = 4 << 20;

    private final String path;
    private final byte[] content;
    private final boolean whole;

    /**
     * Creates it.
     *
     * @param path its path within the source
     * @param content its bytes, or the first of them
     * @param whole whether these are all of its bytes
     */
    public InfraFile(String path, byte[] content, boolean whole) {
        this.path = path;
        this.content = content;
        this.whole = whole;
    }

    /** Its path within the source. */
    public String path() {
        return path;
    }

    /** How many of its bytes are at hand. */
    public int size() {
        return content.length;
    }

    /** Whether these are all of its bytes. */
    public boolean whole() {
        return whole;
    }

    /** Its last name in small letters. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Its text, with what is no UTF-8 replaced. */
    public String roughly() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /**
     * Its text.
     *
     * @throws MalformedInfra if it is no UTF-8 text
     */
    public String text() throws MalformedInfra {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedInfra(0, "it is no UTF-8 text");
        }
    }
}
