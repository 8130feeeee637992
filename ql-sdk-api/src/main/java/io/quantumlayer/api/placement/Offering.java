package io.quantumlayer.api.placement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One service of one provider in one region, with what is known about it.
 *
 * <p>Immutable, equal by value, safe for use by many threads.
 */
public final class Offering {
    private static final Pattern ID =
            Pattern.compile("([a-z0-9][a-z0-9.-]*)/([a-z0-9][a-z0-9.-]*)/([a-z0-9][a-z0-9.-]*)");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int MAX_ID = 200;

    private final String id;
    private final Name name;
    private final Strategy strategy;
    private final Optional<String> country;
    private final Map<String, Fact> facts;

    private record Name(String provider, String service, String region) {}

    private Offering(Name name, Strategy strategy, Optional<String> country, Map<String, Fact> facts) {
        this.id = name.provider + "/" + name.service + "/" + name.region;
        this.name = name;
        this.strategy = strategy;
        this.country = country;
        this.facts = facts;
    }

    /**
     * Returns an offering of which nothing more is known.
     *
     * @param id provider, service and region: three lower-case names with slashes between, as
     *     {@code local/process/this-machine}
     * @param strategy the way in which it runs an application
     * @return the offering
     * @throws IllegalArgumentException if the id has another form
     */
    public static Offering of(String id, Strategy strategy) {
        return new Offering(named(id), Objects.requireNonNull(strategy, "strategy"), Optional.empty(), Map.of());
    }

    /**
     * Returns this offering with the country it runs in.
     *
     * @param code an ISO 3166-1 alpha-2 code, upper case
     * @return a copy
     * @throws IllegalArgumentException if the code has another form
     */
    public Offering withCountry(String code) {
        if (!COUNTRY.matcher(code).matches()) {
            throw new IllegalArgumentException("A country must be two upper-case letters, but was '" + code + "'");
        }
        return new Offering(name, strategy, Optional.of(code), facts);
    }

    /**
     * Returns this offering with further facts.
     *
     * @param further facts in order; one whose name is there already takes that one's place
     * @return a copy
     */
    public Offering withFacts(Fact... further) {
        Map<String, Fact> all = new LinkedHashMap<>(facts);
        for (Fact fact : further) {
            all.put(fact.name(), fact);
        }
        return new Offering(name, strategy, country, Collections.unmodifiableMap(all));
    }

    /**
     * Returns the id, unique in an installation.
     *
     * @return provider, service and region with slashes between
     */
    public String id() {
        return id;
    }

    /**
     * Returns the provider's id.
     *
     * @return the first part of the id
     */
    public String provider() {
        return name.provider;
    }

    /**
     * Returns the service's name.
     *
     * @return the second part of the id
     */
    public String service() {
        return name.service;
    }

    /**
     * Returns the region's name.
     *
     * @return the third part of the id
     */
    public String region() {
        return name.region;
    }

    /**
     * Returns the country that the region lies in.
     *
     * @return an ISO 3166-1 alpha-2 code, or empty if nobody knows
     */
    public Optional<String> country() {
        return country;
    }

    /**
     * Returns the way in which it runs an application.
     *
     * @return the strategy
     */
    public Strategy strategy() {
        return strategy;
    }

    /**
     * Returns every fact that was stated.
     *
     * @return facts by name, in the order given
     */
    public Map<String, Fact> facts() {
        return facts;
    }

    /**
     * Looks one fact up.
     *
     * @param fact the fact's name
     * @return the fact; one that nobody stated is UNKNOWN
     */
    public Fact fact(String fact) {
        Fact known = facts.get(fact);
        return known == null ? Fact.unknown(fact) : known;
    }

    /** Tells whether another offering says the same in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Offering offering
                && id.equals(offering.id)
                && strategy == offering.strategy
                && country.equals(offering.country)
                && List.copyOf(facts.values()).equals(List.copyOf(offering.facts.values()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, strategy, country, List.copyOf(facts.values()));
    }

    /** Returns id, strategy, country and facts. */
    @Override
    public String toString() {
        return "Offering[" + id + ", " + strategy + ", " + country.orElse("UNKNOWN") + ", " + facts.values() + "]";
    }

    private static Name named(String id) {
        Matcher matcher = ID.matcher(id);
        if (id.length() > MAX_ID || !matcher.matches()) {
            throw new IllegalArgumentException(
                    "An offering's id must be provider/service/region in lower case, but was '" + id + "'");
        }
        return new Name(matcher.group(1), matcher.group(2), matcher.group(3));
    }
}
