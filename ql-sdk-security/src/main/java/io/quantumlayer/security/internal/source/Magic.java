package io.quantumlayer.security.internal.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Kinds of file told by their first bytes, because a name can lie. */
enum Magic {
    ELF(Kind.EXECUTABLE, 0, "7f454c46"),
    MACH_O_32(Kind.EXECUTABLE, 0, "feedface"),
    MACH_O_64(Kind.EXECUTABLE, 0, "feedfacf"),
    MACH_O_32_SWAPPED(Kind.EXECUTABLE, 0, "cefaedfe"),
    MACH_O_64_SWAPPED(Kind.EXECUTABLE, 0, "cffaedfe"),
    /** Programs for Windows start with two letters only; {@link #of} also asks for the second header they point to. */
    PE(Kind.EXECUTABLE, 0, "4d5a"),
    JAVA_CLASS(Kind.COMPILED, 0, "cafebabe"),
    PYTHON_CACHE(Kind.COMPILED, 2, "0d0a00000000"),
    WASM(Kind.COMPILED, 0, "0061736d"),
    KEY_STORE(Kind.KEY_STORE, 0, "feedfeed"),
    ZIP(Kind.ARCHIVE, 0, "504b0304"),
    ZIP_EMPTY(Kind.ARCHIVE, 0, "504b0506"),
    GZIP(Kind.ARCHIVE, 0, "1f8b08"),
    BZIP2(Kind.ARCHIVE, 0, "425a68"),
    XZ(Kind.ARCHIVE, 0, "fd377a585a00"),
    ZSTANDARD(Kind.ARCHIVE, 0, "28b52ffd"),
    LZ4(Kind.ARCHIVE, 0, "04224d18"),
    SEVEN_ZIP(Kind.ARCHIVE, 0, "377abcaf271c"),
    RAR(Kind.ARCHIVE, 0, "526172211a07"),
    UNIX_ARCHIVE(Kind.ARCHIVE, 0, "213c617263683e0a"),
    TAR(Kind.ARCHIVE, 257, "7573746172"),
    /** Loose and packed objects of a repository are compressed without any other sign. */
    ZLIB(Kind.ARCHIVE, 0, "7801"),
    GIT_PACK(Kind.ARCHIVE, 0, "5041434b00000002");

    /** What follows from the kind. */
    enum Kind {
        /** The machine runs it. */
        EXECUTABLE,
        /** A run-time of its language runs it. */
        COMPILED,
        /** It holds keys. */
        KEY_STORE,
        /** It holds other files, which are not looked into. */
        ARCHIVE
    }

    private static final int PE_POINTER = 0x3c;
    private static final String PE_HEADER = "PE\0\0";

    private final Kind kind;
    private final int offset;
    private final String signature;

    Magic(Kind kind, int offset, String hex) {
        this.kind = kind;
        this.offset = offset;
        this.signature = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    Kind kind() {
        return kind;
    }

    /** The kind of a file, or empty if it is none of these. */
    static Optional<Magic> of(byte[] content) {
        return Arrays.stream(values())
                .filter(magic -> holds(content, magic.offset, magic.signature))
                .filter(magic -> magic != PE || portableExecutable(content))
                .findFirst();
    }

    private static boolean portableExecutable(byte[] content) {
        if (content.length < PE_POINTER + Integer.BYTES) {
            return false;
        }
        int header = 0;
        for (int i = Integer.BYTES - 1; i >= 0; i--) {
            header = (header << Byte.SIZE) | (content[PE_POINTER + i] & 0xff);
        }
        return holds(content, header, PE_HEADER);
    }

    private static boolean holds(byte[] content, int at, String signature) {
        if (at < 0 || at > content.length - signature.length()) {
            return false;
        }
        return signature.equals(new String(content, at, signature.length(), StandardCharsets.ISO_8859_1));
    }
}
