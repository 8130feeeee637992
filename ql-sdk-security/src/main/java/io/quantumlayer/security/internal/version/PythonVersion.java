package io.quantumlayer.security.internal.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version by PEP 440, normalized.
 *
 * @param epoch the epoch, 0 unless said
 * @param release the release, without zeros at its end
 * @param phase 0 before any pre-release (a development release of none), 1 to 3 for a, b and rc, 4 for none
 * @param numbers the numbers of pre-release, post-release and development release; null where there is none
 * @param local the segments of the local version
 */
record PythonVersion(BigInteger epoch, List<BigInteger> release, int phase, Numbers numbers, List<String> local)
        implements Comparable<PythonVersion> {
    private static final Pattern FORM =
            Pattern.compile("v?(?:(?<epoch>[0-9]{1,99})!)?(?<release>[0-9]{1,99}(?:\\.[0-9]{1,99})*)"
                    + "(?:[-_.]?(?<phase>alpha|beta|preview|pre|a|b|c|rc)[-_.]?(?<pre>[0-9]{0,99}))?"
                    + "(?:-(?<implicit>[0-9]{1,99})|[-_.]?(?<posted>post|rev|r)[-_.]?(?<post>[0-9]{0,99}))?"
                    + "(?:[-_.]?(?<developed>dev)[-_.]?(?<dev>[0-9]{0,99}))?"
                    + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?");
    private static final int NOTHING_YET = 0;
    private static final int NONE = 4;

    /**
     * The numbers of a version.
     *
     * @param pre of the pre-release
     * @param post of the post-release, or null
     * @param dev of the development release, or null
     */
    record Numbers(
            BigInteger pre,
            @Nullable BigInteger post,
            @Nullable BigInteger dev) {}

    static PythonVersion of(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no version of PEP 440");
        }
        String implicit = matcher.group("implicit");
        BigInteger post = matcher.group("posted") == null ? null : number(matcher.group("post"));
        BigInteger dev = matcher.group("developed") == null ? null : number(matcher.group("dev"));
        BigInteger posted = implicit == null ? post : number(implicit);
        return new PythonVersion(
                number(Optional.ofNullable(matcher.group("epoch")).orElse("")),
                release(matcher.group("release")),
                phase(matcher.group("phase"), posted == null && dev != null),
                new Numbers(number(Optional.ofNullable(matcher.group("pre")).orElse("")), posted, dev),
                matcher.group("local") == null
                        ? List.of()
                        : List.of(matcher.group("local").split("[-_.]")));
    }

    @Override
    public int compareTo(PythonVersion other) {
        return Stream.of(
                        epoch.compareTo(other.epoch),
                        release(release, other.release),
                        Integer.compare(phase, other.phase),
                        numbers.pre().compareTo(other.numbers.pre()),
                        missing(numbers.post(), other.numbers.post(), -1),
                        missing(numbers.dev(), other.numbers.dev(), 1),
                        local(local, other.local))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private static BigInteger number(String digits) {
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    private static List<BigInteger> release(String text) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            numbers.add(new BigInteger(part));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return List.copyOf(numbers);
    }

    private static int phase(@Nullable String word, boolean developmentOnly) {
        if (word == null) {
            return developmentOnly ? NOTHING_YET : NONE;
        }
        return switch (word) {
            case "a", "alpha" -> 1;
            case "b", "beta" -> 2;
            default -> 3;
        };
    }

    private static int release(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            BigInteger left = i < one.size() ? one.get(i) : BigInteger.ZERO;
            BigInteger right = i < other.size() ? other.get(i) : BigInteger.ZERO;
            if (left.compareTo(right) != 0) {
                return left.compareTo(right);
            }
        }
        return 0;
    }

    /** Orders two numbers of which either may be missing, which then stands before (-1) or after (1) all others. */
    private static int missing(@Nullable BigInteger one, @Nullable BigInteger other, int side) {
        if (one == null) {
            return other == null ? 0 : side;
        }
        return other == null ? -side : one.compareTo(other);
    }

    private static int local(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = segment(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int segment(String one, String other) {
        boolean left = one.chars().allMatch(Character::isDigit);
        boolean right = other.chars().allMatch(Character::isDigit);
        if (left && right) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return left == right ? one.compareTo(other) : left ? 1 : -1;
    }
}
