package io.quantumlayer.security.internal.infra.rule;

/** One kind of infrastructure files. Safe for use by many threads. */
public interface Format {
    /**
     * Whether a file may be of this kind, by its name.
     *
     * @param name the last name of its path, in small letters
     * @return whether to read it
     */
    boolean reads(String name);

    /**
     * Whether a file may be of this kind, by a look at its content.
     *
     * @param file the file, or its beginning
     * @return whether it is lost if it is not understood
     */
    boolean mayBe(InfraFile file);

    /**
     * Judges a file.
     *
     * @param file the whole file
     * @param out takes what is seen
     * @return whether it is of this kind, by its content
     * @throws MalformedInfra if it is of this kind and not understood
     */
    boolean judge(InfraFile file, Verdict out) throws MalformedInfra;
}
