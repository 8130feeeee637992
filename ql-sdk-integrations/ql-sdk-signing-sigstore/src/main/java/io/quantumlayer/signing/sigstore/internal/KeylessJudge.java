package io.quantumlayer.signing.sigstore.internal;

import static io.quantumlayer.api.spi.signing.SignatureVerdict.refused;

import dev.sigstore.KeylessVerificationException;
import dev.sigstore.KeylessVerifier;
import dev.sigstore.TrustedRootProvider;
import dev.sigstore.VerificationOptions;
import dev.sigstore.VerificationOptions.CertificateMatcher;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.bundle.BundleParseException;
import dev.sigstore.dsse.InTotoPayload;
import dev.sigstore.json.JsonParseException;
import dev.sigstore.strings.RegexSyntaxException;
import dev.sigstore.strings.StringMatcher;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Reason;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Verified;
import io.quantumlayer.api.spi.signing.SignedStatement;
import io.quantumlayer.api.spi.signing.SignedSubject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges bundles against one identity, issuer and trusted root. */
public final class KeylessJudge {
    private static final int MAX_BYTES = 32 * 1024 * 1024;
    private static final String IN_TOTO = "application/vnd.in-toto+json";
    private static final Set<String> STATEMENTS =
            Set.of("https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1");
    private static final String PROVED =
            "Certificate chain, certificate log, transparency log entry, time and signature were proved offline.";

    private final KeylessVerifier verifier;
    private final CertificateMatcher sameIdentity;
    private final CertificateMatcher sameIssuer;
    private final String identity;
    private final String issuer;

    private KeylessJudge(KeylessVerifier verifier, String identity, String issuer) throws RegexSyntaxException {
        StringMatcher any = StringMatcher.regex("(?s).*");
        this.verifier = verifier;
        this.identity = identity;
        this.issuer = issuer;
        this.sameIdentity = CertificateMatcher.fulcio()
                .subjectAlternativeName(StringMatcher.string(identity))
                .issuer(any)
                .build();
        this.sameIssuer = CertificateMatcher.fulcio()
                .subjectAlternativeName(any)
                .issuer(StringMatcher.string(issuer))
                .build();
    }

    /** Reads the root and creates a judge, or refuses the input. */
    public static KeylessJudge of(byte[] trustedRoot, String identity, String issuer) {
        if (identity.isBlank() || issuer.isBlank()) {
            throw refusal("Name the identity and the issuer that must have signed; neither may be blank.", null);
        }
        try {
            SigstoreTrustedRoot root = SigstoreTrustedRoot.from(new ByteArrayInputStream(trustedRoot));
            TrustedRootProvider given = () -> root;
            return new KeylessJudge(
                    KeylessVerifier.builder().trustedRootProvider(given).build(), identity, issuer);
        } catch (SigstoreConfigurationException | GeneralSecurityException | RegexSyntaxException e) {
            throw refusal("The trusted root cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // The parser inside meets fields of the wrong kind with whatever comes to hand.
            throw refusal("The trusted root holds something that is none of its own: " + e.getMessage(), e);
        }
    }

    private static QuantumLayerException refusal(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "signing.trust", message), cause);
    }

    /** Judges a bundle. */
    public SignatureVerdict judge(byte[] json, SignedSubject subject) {
        if (json.length > MAX_BYTES) {
            return refused(Reason.MALFORMED, "The bundle is larger than " + MAX_BYTES + " bytes.");
        }
        try {
            Bundle bundle = Bundle.from(new StringReader(new String(json, StandardCharsets.UTF_8)));
            verifier.verify(HexFormat.of().parseHex(subject.digest().hex()), bundle, VerificationOptions.empty());
            return named(bundle, subject);
        } catch (BundleParseException e) {
            return Refusals.of(e, Reason.MALFORMED);
        } catch (KeylessVerificationException e) {
            return Refusals.of(e, Reason.SIGNATURE);
        } catch (RuntimeException e) {
            // Hostile bundles reach corners of the parsers inside that throw what they do not declare.
            return refused(Reason.MALFORMED, "The bundle cannot be read: " + e);
        }
    }

    private SignatureVerdict named(Bundle bundle, SignedSubject subject) {
        X509Certificate leaf =
                (X509Certificate) bundle.getCertPath().getCertificates().get(0);
        if (!sameIdentity.test(leaf)) {
            return refused(Reason.IDENTITY, "The certificate names " + Names.of(leaf) + " and not " + identity + ".");
        }
        if (!sameIssuer.test(leaf)) {
            return refused(
                    Reason.ISSUER, "The certificate of " + identity + " was not given on the word of " + issuer + ".");
        }
        if (bundle.getDsseEnvelope().isEmpty()) {
            return verified(subject, Optional.empty());
        }
        Bundle.DsseEnvelope envelope = bundle.getDsseEnvelope().get();
        try {
            InTotoPayload payload = InTotoPayload.from(envelope);
            if (!envelope.getPayloadType().equals(IN_TOTO) || !STATEMENTS.contains(payload.getType())) {
                return refused(Reason.STATEMENT, "The signed payload is no in-toto statement of version 0.1 or 1.");
            }
            return verified(
                    subject,
                    Optional.of(new SignedStatement(payload.getPredicateType(), envelope.getPayloadAsString())));
        } catch (JsonParseException e) {
            return Refusals.of(e, Reason.STATEMENT);
        }
    }

    private Verified verified(SignedSubject subject, Optional<SignedStatement> statement) {
        return new Verified(identity + " of " + issuer, subject.digest(), statement, List.of(PROVED));
    }
}
