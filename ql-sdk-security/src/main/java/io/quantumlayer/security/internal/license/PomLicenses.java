package io.quantumlayer.security.internal.license;

import io.quantumlayer.security.internal.text.MalformedXml;
import io.quantumlayer.security.internal.text.XmlElements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code pom.xml} says of licences.
 *
 * @param licenses name and address of each, of which one may be chosen
 * @param parent group, artifact and version of its parent
 */
record PomLicenses(List<Map<String, String>> licenses, Map<String, String> parent) implements XmlElements.Taker {
    private static final String LICENSE = "project/licenses/license";
    private static final String PARENT = "project/parent/";

    /** Reads a file; empty if it is no XML or has a document type. */
    static Optional<PomLicenses> of(String xml) {
        PomLicenses pom = new PomLicenses(new ArrayList<>(), new HashMap<>());
        try {
            XmlElements.read(xml, pom);
            return Optional.of(pom);
        } catch (MalformedXml malformed) {
            return Optional.empty();
        }
    }

    @Override
    public void begin(String path) {
        if (path.equals(LICENSE)) {
            licenses.add(new HashMap<>());
        }
    }

    @Override
    public void end(String path, String text) {
        if (path.startsWith(LICENSE + "/")) {
            licenses.get(licenses.size() - 1).put(path.substring(LICENSE.length() + 1), text);
        } else if (path.startsWith(PARENT)) {
            parent.put(path.substring(PARENT.length()), text);
        }
    }

    /** The licence, or empty if there is none here or one of them is not certain. */
    Optional<LicenseExpression> stated() {
        List<LicenseExpression> known = new ArrayList<>();
        for (Map<String, String> license : licenses) {
            LicenseNames.meaning(license.getOrDefault("name", ""))
                    .or(() -> LicenseNames.meaning(license.getOrDefault("url", "")))
                    .ifPresent(known::add);
        }
        return known.isEmpty() || known.size() < licenses.size()
                ? Optional.empty()
                : Optional.of(LicenseExpression.any(known));
    }
}
