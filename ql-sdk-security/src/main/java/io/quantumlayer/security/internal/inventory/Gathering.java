package io.quantumlayer.security.internal.inventory;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.security.inventory.Ecosystem;
import io.quantumlayer.security.inventory.FoundPackage;
import io.quantumlayer.security.inventory.Inventory;
import io.quantumlayer.security.inventory.PackageScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the packages of one source. Not safe for use by several threads. */
final class Gathering {
    private static final int MOST_GAPS = 200;
    private static final int LONGEST = 512;

    private final Map<String, FoundPackage> packages = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /**
     * A package as a file names it.
     *
     * @param ecosystem where it comes from
     * @param name its name
     * @param version its version
     * @param development whether only building or testing needs it
     */
    record Named(Ecosystem ecosystem, String name, String version, boolean development) {}

    /** Adds a package; one that is named twice in a file counts once, and for running if either does. */
    void add(LockFile file, int line, Named named) {
        if (named.version().isBlank() || named.name().isBlank()) {
            gap(file.path() + ": " + named.name() + " has no version");
            return;
        }
        if (named.version().length() > LONGEST || named.name().length() > LONGEST) {
            gap(file.path() + ": a name or version is longer than " + LONGEST + " characters");
            return;
        }
        String name = named.ecosystem() == Ecosystem.PYPI ? python(named.name()) : named.name();
        try {
            String purl = purl(named.ecosystem(), name, named.version());
            PackageScope scope = named.development() ? PackageScope.DEVELOPMENT : PackageScope.RUNTIME;
            Location where = Location.of(file.path(), line, 0).about(purl);
            FoundPackage found = new FoundPackage(named.ecosystem(), name, named.version(), scope, where);
            packages.merge(
                    file.path() + "\0" + purl,
                    found,
                    (one, other) -> one.scope() == PackageScope.RUNTIME ? one : other);
        } catch (MalformedPackageURLException e) {
            gap(file.path() + ": a name that no package can have");
        }
    }

    void gap(String what) {
        if (gaps.size() < MOST_GAPS) {
            gaps.add(what);
        } else if (gaps.size() == MOST_GAPS) {
            gaps.add("and more that is not listed");
        }
    }

    void whole(String path) {
        files.add(path);
    }

    void unreadable(String path, String why) {
        unreadable.add(path + ": " + why);
    }

    Inventory inventory() {
        List<FoundPackage> sorted = packages.values().stream()
                .sorted(Comparator.comparing((FoundPackage p) -> p.location().path())
                        .thenComparing(FoundPackage::purl))
                .toList();
        return new Inventory(sorted, files, gaps, unreadable);
    }

    /** The one spelling of a Python name: small letters, runs of separators as one hyphen. */
    static String python(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    private static String purl(Ecosystem ecosystem, String name, String version) throws MalformedPackageURLException {
        char separator = ecosystem == Ecosystem.MAVEN ? ':' : '/';
        int split = name.lastIndexOf(separator);
        String namespace = split < 0 ? null : name.substring(0, split);
        return new PackageURL(ecosystem.purlType(), namespace, name.substring(split + 1), version, null, null)
                .canonicalize();
    }
}
