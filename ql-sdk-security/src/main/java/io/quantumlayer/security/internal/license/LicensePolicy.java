package io.quantumlayer.security.internal.license;

import io.quantumlayer.security.internal.license.LicenseExpression.License;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which licences packages may have.
 *
 * @param allowed the only licences that may be used, in small letters; if there are none, all may
 * @param denied the licences that may not be used, in small letters
 * @param unknownPasses whether a package whose licence is not known passes
 */
record LicensePolicy(Set<String> allowed, Set<String> denied, boolean unknownPasses) {
    /**
     * Reads the lists.
     *
     * @param allow SPDX ids with commas between them, each with or without an exception
     * @param deny the same
     * @param unknownPasses whether a package whose licence is not known passes
     * @param mistakes takes what is wrong
     */
    static LicensePolicy of(String allow, String deny, boolean unknownPasses, List<String> mistakes) {
        Set<String> allowed = names("allow", allow, mistakes);
        Set<String> denied = names("deny", deny, mistakes);
        List<String> both = new ArrayList<>(allowed);
        both.retainAll(denied);
        if (!both.isEmpty()) {
            mistakes.add("allow and deny both name " + String.join(", ", both));
        }
        return new LicensePolicy(allowed, denied, unknownPasses);
    }

    private static Set<String> names(String setting, String list, List<String> mistakes) {
        Set<String> names = new TreeSet<>();
        for (String each : list.split(",", -1)) {
            String word = each.strip();
            if (!word.isEmpty()) {
                LicenseExpression read = LicenseExpression.of(word).orElse(null);
                if (read instanceof License license) {
                    names.add(license.whole().toLowerCase(Locale.ROOT));
                } else {
                    mistakes.add(setting + " names '" + word + "', which is no SPDX id");
                }
            }
        }
        return names;
    }

    /** Whether it only reports. */
    boolean onlyReports() {
        return allowed.isEmpty() && denied.isEmpty();
    }

    boolean refuses(LicenseExpression expression) {
        return !expression.usable(this::may);
    }

    /** An exception only grants more: what is allowed without it is allowed with it, and what is denied is denied. */
    private boolean may(License license) {
        String whole = license.whole().toLowerCase(Locale.ROOT);
        String id = license.id().toLowerCase(Locale.ROOT);
        if (allowed.contains(whole)) {
            return true;
        }
        return !denied.contains(whole) && !denied.contains(id) && (allowed.isEmpty() || allowed.contains(id));
    }
}
