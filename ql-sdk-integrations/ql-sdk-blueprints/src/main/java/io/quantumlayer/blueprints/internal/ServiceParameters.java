package io.quantumlayer.blueprints.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Everything that differs from one generated application to another of the same blueprint; it holds only values that
 * are safe in source code, in a path and in a shell line.
 *
 * @param service the name of the service, an RFC 1123 label
 * @param javaPackage the root package of its code, where it is in Java
 * @param resource what it keeps
 * @param authentication whether requests need a bearer token
 */
record ServiceParameters(String service, String javaPackage, ResourceNoun resource, boolean authentication) {
    private static final int MAX_PACKAGE_LENGTH = 120;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9]*(?:\\.[a-z][a-z0-9]*)*");

    /** Things that are done at some point, so that the service keeps whether they are. */
    private static final Set<String> COMPLETABLE =
            Set.of("todo", "task", "chore", "reminder", "errand", "assignment", "todo-item", "action-item");

    /** Things that are people, so that an application keeps when they were born and how to reach them. */
    private static final Set<String> PERSONAL = Set.of(
            "patient",
            "person",
            "customer",
            "client",
            "employee",
            "student",
            "member",
            "contact",
            "candidate",
            "applicant",
            "guest",
            "resident",
            "volunteer",
            "teacher",
            "doctor");

    ServiceParameters {
        if (!LABEL.matcher(service).matches()) {
            throw new IllegalArgumentException("a service name is an RFC 1123 label of at most 63 characters");
        }
        if (!isPackage(javaPackage)) {
            throw new IllegalArgumentException("a package is at most " + MAX_PACKAGE_LENGTH
                    + " lower-case letters and digits, parts joined by dots, no part a Java keyword,"
                    + " and not below java or javax");
        }
    }

    private static boolean isPackage(String name) {
        return name.length() <= MAX_PACKAGE_LENGTH
                && PACKAGE.matcher(name).matches()
                && SourceVersion.isName(name, SourceVersion.RELEASE_17)
                && !name.matches("javax?(\\..*)?");
    }

    /** Names an application after what it keeps. */
    static ServiceParameters of(String service, ResourceNoun resource, boolean authentication) {
        return new ServiceParameters(service, packageFor(service), resource, authentication);
    }

    /** Derives the package from the name of the service: {@code app.}, then its letters and digits. */
    static String packageFor(String service) {
        String letters = service.replace("-", "");
        String candidate = "app." + letters;
        return isPackage(candidate) ? candidate : "app.service" + letters;
    }

    /** Returns the values under the names that the templates use. */
    Map<String, Object> templateValues() {
        Map<String, Object> values = new TreeMap<>();
        values.put("service", service);
        values.put("package", javaPackage);
        values.put("packagePath", javaPackage.replace('.', '/'));
        values.put("resource", resource.inWords());
        values.put("resources", resource.pluralInWords());
        values.put("Resource", resource.classPrefix());
        values.put("Resources", capital(resource.pluralInWords()));
        values.put("title", capital(service.replace('-', ' ')));
        values.put("path", resource.plural());
        values.put("authentication", authentication);
        values.put("personal", PERSONAL.contains(resource.singular()));
        values.put("completable", COMPLETABLE.contains(resource.singular()));
        return values;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
