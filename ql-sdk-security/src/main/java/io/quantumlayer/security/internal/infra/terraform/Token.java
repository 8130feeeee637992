package io.quantumlayer.security.internal.infra.terraform;

/**
 * One token of HCL.
 *
 * @param line where it begins, from 1
 * @param kind what it is
 * @param text a name, a number, the content of a text, or a sign
 */
record Token(int line, Kind kind, String text) {
    /** What a token is. */
    enum Kind {
        /** A name. */
        NAME,
        /** A number. */
        NUMBER,
        /** A text without anything to work out. */
        TEXT,
        /** A text of which a part is worked out later. */
        TEMPLATE,
        /** One or more signs. */
        SIGN,
        /** The end of a line. */
        NEWLINE,
        /** The end of the file. */
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
