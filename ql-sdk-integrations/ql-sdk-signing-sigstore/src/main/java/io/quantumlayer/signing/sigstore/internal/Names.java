package io.quantumlayer.signing.sigstore.internal;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** The subject alternative names of a certificate, for messages. */
final class Names {
    private Names() {}

    static String of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? "nobody"
                    : String.join(", ", names.stream().map(Names::text).toList());
        } catch (CertificateParsingException e) {
            return "somebody unreadable";
        }
    }

    private static String text(List<?> name) {
        return name.get(1) instanceof String text ? text.replaceAll("\\p{Cntrl}", "?") : "another kind of name";
    }
}
