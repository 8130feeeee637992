package x;

public interface PublicCode { // >>MissingJavadocType

    void undocumented(); // >>MissingJavadocMethod

    /** Documented, but not in a sentence >>JavadocStyle */
    void unfinished();

    /** Documented. */
    void documented();

    /** Takes much. */
    void five(int a, int b, int c, int d, int e); // >>publicParameters

    /** Takes enough. */
    void four(int a, int b, int c, int d);
}
