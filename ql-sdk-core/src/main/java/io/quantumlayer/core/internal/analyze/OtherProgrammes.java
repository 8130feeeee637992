package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds programmes that no table knows where English names one: {@code must comply with X}, {@code X certified},
 * {@code meets X requirements}. A name is written in capitals, or with capitals just before such a word.
 */
final class OtherProgrammes {
    private static final Set<String> LEADS =
            Words.of("comply complies complying compliance conform conforms conforming conformity adhere"
                    + " adheres adherence certified accredited compliant subject certification accreditation"
                    + " attested under");
    private static final Set<String> LINKS = Set.of("with", "to", "under", "for", "against", "by", "the", "both");
    private static final Set<String> FOLLOWERS =
            Words.of("compliant compliance certified certification accredited accreditation conformity"
                    + " regulated attestation regulation regulations certificate");
    private static final Set<String> MEETING = Words.of("meet meets meeting satisfy satisfies fulfil fulfils fulfill");
    private static final Set<String> STANDARDS =
            Words.of("api apis rest http https json xml sql tls ssl jwt oauth oauth2 oidc openapi graphql grpc"
                    + " rfc posix ansi utf css html ecma w3c aws gcp sla slo eu us uk usa eea url uri saml scim"
                    + " ldap smtp sse cors ci cd k8s vat pdf csv soap mqtt amqp gpu cpu ram cdn dns vm it ux ui"
                    + " hl7 fhir ietf semver crud e i a oci cncf odata hal acid spa pwa ssr sso mfa db cms crm"
                    + " erp saas our all local any german french european american legal full strict regulatory"
                    + " security data privacy no not");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]*[A-Z0-9][A-Z0-9a-z]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final int MAX_NAME = 14;

    private OtherProgrammes() {}

    static List<Lexicon.Hit> named(Text text, List<Lexicon.Hit> known) {
        List<Lexicon.Hit> found = new ArrayList<>();
        for (int at = 0; at < text.size(); at++) {
            if (isName(text, at)
                    && known.stream().noneMatch(isOver(at))
                    && (isLed(text, at, found) || isFollowed(text, at))) {
                int end = endOfName(text, at);
                String id = text.words(at, end).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
                found.add(new Lexicon.Hit(id, at, end));
            }
        }
        return found;
    }

    private static Predicate<Lexicon.Hit> isOver(int at) {
        return hit -> hit.from() <= at && at < hit.to();
    }

    private static boolean isName(Text text, int at) {
        String written = text.words(at, at + 1);
        return written.length() <= MAX_NAME
                && NAME.matcher(written).matches()
                && !STANDARDS.contains(text.token(at).word());
    }

    /** The name with the number that may follow it, as in {@code ISO 27018}. */
    private static int endOfName(Text text, int at) {
        boolean number = text.sameSentence(at, at + 1)
                && !text.token(at + 1).afterPause()
                && NUMBER.matcher(text.token(at + 1).word()).matches();
        return number ? at + 2 : at + 1;
    }

    private static boolean isLed(Text text, int at, List<Lexicon.Hit> found) {
        int before = at - 1;
        while (text.isWord(before, LINKS) && text.sameSentence(before, at)) {
            before--;
        }
        boolean linked = before < at - 1 || text.isWord(at - 1, MEETING);
        boolean led = text.isWord(before, LEADS) && linked && !text.isWord(before, Set.of("under", "subject"));
        boolean listed = text.isWord(at - 1, Set.of("and", "or", "nor"))
                || text.token(at).afterPause();
        boolean goesOn =
                listed && found.stream().anyMatch(hit -> hit.to() >= at - 1 && text.sameSentence(hit.from(), at));
        boolean lawful = text.isWord(before, Set.of("subject")) && text.isWord(before + 1, Set.of("to"));
        return (text.sameSentence(before, at) && (led || lawful || text.isWord(at - 1, MEETING))) || goesOn;
    }

    private static boolean isFollowed(Text text, int at) {
        int next = endOfName(text, at);
        boolean level = text.isWord(next, Set.of("level", "tier", "class", "type"));
        int word = level ? next + 2 : next;
        return (text.sameSentence(at, word) && !text.token(next).afterPause() && text.isWord(word, FOLLOWERS))
                || (text.sameSentence(at, next) && text.isWord(next, Set.of("applies", "apply")));
    }
}
