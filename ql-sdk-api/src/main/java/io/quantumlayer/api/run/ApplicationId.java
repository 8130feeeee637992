package io.quantumlayer.api.run;

import java.util.regex.Pattern;

/**
 * What an application is addressed by: its tenant and its name. Two tenants may use one name; they never meet.
 *
 * @param tenant the tenant, an RFC 1123 label of at most 40 characters
 * @param name the application's name, an RFC 1123 label of at most 40 characters
 */
public record ApplicationId(String tenant, String name) {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /**
     * Checks both labels.
     *
     * @throws IllegalArgumentException if one is not an RFC 1123 label of at most 40 characters
     */
    public ApplicationId {
        check("tenant", tenant);
        check("name", name);
    }

    /**
     * Tells whether two texts have the form of a tenant and a name.
     *
     * @param tenant the tenant
     * @param name the name
     * @return whether both are labels as this id takes them
     */
    public static boolean isValid(String tenant, String name) {
        return LABEL.matcher(tenant).matches() && LABEL.matcher(name).matches();
    }

    private static void check(String what, String value) {
        if (!LABEL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + value + "' is not 1 to 40 lower-case letters, digits and inner hyphens");
        }
    }

    @Override
    public String toString() {
        return tenant + "/" + name;
    }
}
