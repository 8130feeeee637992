package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Traffic;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts what one analyzer proposes behind what is known: what was stated stands, a limit only becomes tighter, and
 * nothing that protects is ruled out.
 */
final class ProposalMerge {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MAX_DIGITS = 12;

    private final Hearing hearing;
    private final AppSpec known;
    private final AppSpec proposed;
    private final AppSpecBuilder spec;

    private ProposalMerge(Hearing hearing, AppSpec known, AppSpec proposed) {
        this.hearing = hearing;
        this.known = known;
        this.proposed = proposed;
        this.spec = AppSpec.ofKind(known.kind());
    }

    /**
     * Merges one answer.
     *
     * @param hearing takes the remarks, which the caller adds
     * @param known what is known without it
     * @param proposed the answer
     * @param refusedLanguages those that the sentence rules out
     * @return what is known with it
     */
    static AppSpec of(Hearing hearing, AppSpec known, AppSpec proposed, Set<String> refusedLanguages) {
        if (isTooLong(proposed)) {
            hearing.remark("is not heard: it gave more than " + RequirementAnalyzer.MAX_ITEMS + " items of a kind");
            return known;
        }
        ProposalMerge merge = new ProposalMerge(hearing, known, proposed);
        merge.application(refusedLanguages);
        merge.features();
        merge.compliance();
        merge.places();
        merge.load();
        merge.needs();
        known.contradictions().forEach(merge.spec::addContradiction);
        known.notUnderstood().forEach(merge.spec::addNotUnderstood);
        return merge.spec.build();
    }

    private static boolean isTooLong(AppSpec spec) {
        return Stream.<Collection<?>>of(
                        spec.features().keySet(),
                        spec.compliance().keySet(),
                        spec.regions(),
                        spec.preferredProviders(),
                        spec.excludedProviders())
                .anyMatch(items -> items.size() > RequirementAnalyzer.MAX_ITEMS);
    }

    private void application(Set<String> refusedLanguages) {
        Trait<AppKind> kind = hearing.settled(
                        "kind", Optional.of(known.kind()), hearing.heard("kind", Optional.of(proposed.kind())))
                .orElse(known.kind());
        spec.kind(kind);
        if (kind.value() == AppKind.UNSUPPORTED) {
            spec.unsupportedBecause(known.unsupportedBecause()
                    .orElse("analyzer " + hearing.id() + " takes it for something that nothing here can place"));
        }
        boolean service = kind.value() == AppKind.API;
        language(refusedLanguages)
                .filter(trait -> service || trait.origin() != Origin.DEFAULTED)
                .or(() -> service && !refusedLanguages.contains(PlanMerge.DEFAULT_LANGUAGE)
                        ? Optional.of(Trait.defaulted(PlanMerge.DEFAULT_LANGUAGE))
                        : Optional.empty())
                .ifPresent(spec::language);
        Optional<Trait<String>> entity = hearing.id("entity", proposed.entity(), DeploymentPlanBuilder::features);
        hearing.settled("entity", known.entity(), entity)
                .filter(trait -> service || trait.origin() != Origin.DEFAULTED)
                .or(() -> service ? Optional.of(Trait.defaulted(PlanMerge.DEFAULT_ENTITY)) : Optional.empty())
                .ifPresent(spec::entity);
        hearing.settled(
                        "framework",
                        known.framework(),
                        hearing.id("framework", proposed.framework(), DeploymentPlanBuilder::framework))
                .ifPresent(spec::framework);
    }

    private Optional<Trait<String>> language(Set<String> refused) {
        Optional<Trait<String>> heard = hearing.id("language", proposed.language(), DeploymentPlanBuilder::language)
                .filter(trait -> {
                    boolean ruledOut = refused.contains(trait.value());
                    if (ruledOut) {
                        hearing.refuse("language", trait.value(), "the sentence rules it out");
                    }
                    return !ruledOut;
                });
        Optional<Trait<String>> now = known.language();
        boolean ofFramework = known.framework().isPresent()
                && now.filter(trait -> trait.origin() == Origin.INFERRED).isPresent();
        return ofFramework
                ? hearing.tightened("language", now, heard, (given, standing) -> false)
                : hearing.settled("language", now, heard);
    }

    private void features() {
        Map<String, Trait<Boolean>> all = new LinkedHashMap<>(known.features());
        new TreeMap<>(proposed.features()).forEach((id, trait) -> {
            String field = "feature " + Hearing.shown(id);
            Optional<Trait<Boolean>> heard = hearing.heard(field, Optional.of(trait))
                    .filter(given -> hearing.isId("feature", id, DeploymentPlanBuilder::features))
                    .filter(given -> given.value() || mayRuleOut(field, id));
            hearing.settled(field, Optional.ofNullable(all.get(id)), heard).ifPresent(taken -> all.put(id, taken));
        });
        all.forEach(spec::feature);
    }

    private boolean mayRuleOut(String field, String id) {
        boolean protects = FeatureRule.PROTECTING.contains(id);
        if (protects) {
            hearing.refuse(field, false, "what protects is ruled out by the caller alone");
        }
        return !protects;
    }

    private void compliance() {
        Map<Programme, Trait<Boolean>> all = new LinkedHashMap<>(known.compliance());
        Map<String, Programme> byId = new TreeMap<>();
        proposed.compliance().keySet().forEach(programme -> byId.put(programme.id(), programme));
        byId.forEach((id, programme) -> {
            String field = "compliance " + id;
            Trait<Boolean> trait = proposed.compliance().get(programme);
            Optional<Trait<Boolean>> heard = hearing.heard(field, Optional.ofNullable(trait));
            if (heard.isPresent() && !heard.get().value()) {
                hearing.refuse(field, false, "a programme is ruled out by the caller alone");
                return;
            }
            hearing.tightened(field, Optional.ofNullable(all.get(programme)), heard, (given, now) -> given)
                    .ifPresent(taken -> all.put(programme, taken));
        });
        all.forEach(spec::compliance);
    }

    private void places() {
        listed("region", known.regions(), ids("region", proposed.regions(), DeploymentPlanBuilder::region))
                .forEach(spec::addRegion);
        hearing.tightened(
                        "residency",
                        known.residency(),
                        hearing.heard("residency", proposed.residency()),
                        (given, now) -> false)
                .ifPresent(spec::residency);
        List<Trait<String>> excluded = new ArrayList<>(known.excludedProviders());
        for (Trait<String> trait :
                ids("excluded provider", proposed.excludedProviders(), DeploymentPlanBuilder::excludeProvider)) {
            if (find(known.preferredProviders(), trait).isPresent()) {
                hearing.refuse("excluded provider", trait.value(), "it is preferred");
            } else if (find(excluded, trait).isEmpty()) {
                excluded.add(trait);
            }
        }
        excluded.forEach(spec::addExcludedProvider);
        List<Trait<String>> preferred =
                ids("preferred provider", proposed.preferredProviders(), DeploymentPlanBuilder::preferProvider).stream()
                        .filter(trait -> isFree(trait, excluded))
                        .toList();
        listed("preferred provider", known.preferredProviders(), preferred).forEach(spec::addPreferredProvider);
    }

    private boolean isFree(Trait<String> trait, List<Trait<String>> excluded) {
        boolean free = find(excluded, trait).isEmpty();
        if (!free) {
            hearing.refuse("preferred provider", trait.value(), "it is excluded");
        }
        return free;
    }

    private List<Trait<String>> ids(
            String field,
            List<Trait<String>> given,
            BiFunction<DeploymentPlanBuilder, String, DeploymentPlanBuilder> place) {
        List<Trait<String>> ids = new ArrayList<>();
        for (Trait<String> trait : given) {
            hearing.id(field, Optional.of(trait), place)
                    .filter(id -> find(ids, id).isEmpty())
                    .ifPresent(ids::add);
        }
        return ids;
    }

    /** An order of preference is one opinion: it is taken as a whole where there is none, or not at all. */
    private List<Trait<String>> listed(String field, List<Trait<String>> now, List<Trait<String>> heard) {
        if (now.isEmpty()) {
            return heard;
        }
        heard.stream()
                .filter(trait -> find(now, trait).isEmpty())
                .forEach(trait -> hearing.stands(field, now.get(0), trait));
        return now;
    }

    private static Optional<Trait<String>> find(List<Trait<String>> traits, Trait<String> wanted) {
        return traits.stream()
                .filter(trait -> trait.value().equals(wanted.value()))
                .findFirst();
    }

    private void load() {
        limit("traffic", known.traffic(), proposed.traffic(), larger(Traffic::requestsPerSecond))
                .ifPresent(spec::traffic);
        limit(
                        "latency",
                        known.latency(),
                        timed("latency", proposed.latency()),
                        (given, now) -> given.compareTo(now) < 0)
                .ifPresent(spec::latency);
        limit("budget", known.budget(), proposed.budget(), ProposalMerge::isCheaper)
                .ifPresent(spec::budget);
        limit("duration", known.duration(), timed("duration", proposed.duration()), larger(time -> time))
                .ifPresent(spec::duration);
    }

    private void needs() {
        limit("availability", known.availability(), share(proposed.availability()), larger(share -> share))
                .ifPresent(spec::availability);
        limit("memory", known.memory(), proposed.memory(), larger(memory -> memory))
                .ifPresent(spec::memory);
        limit("gpu", known.gpu(), proposed.gpu(), (given, now) -> given).ifPresent(spec::gpu);
        limit("data class", known.dataClass(), proposed.dataClass(), larger(level -> level))
                .ifPresent(spec::dataClass);
        limit(
                        "security level",
                        Optional.of(known.securityLevel()),
                        Optional.of(proposed.securityLevel()),
                        larger(level -> level))
                .ifPresent(spec::securityLevel);
    }

    private <T> Optional<Trait<T>> limit(
            String field, Optional<Trait<T>> now, Optional<Trait<T>> given, BiPredicate<T, T> tighter) {
        return hearing.tightened(field, now, hearing.heard(field, given), tighter);
    }

    private Optional<Trait<Duration>> timed(String field, Optional<Trait<Duration>> given) {
        return given.filter(trait -> {
            Duration time = trait.value();
            boolean sane = !time.isZero() && !time.isNegative() && time.compareTo(LONGEST) <= 0;
            if (!sane) {
                hearing.refuse(field, time, "it must be positive and at most a year");
            }
            return sane;
        });
    }

    private Optional<Trait<BigDecimal>> share(Optional<Trait<BigDecimal>> given) {
        return given.filter(trait -> {
            BigDecimal share = trait.value();
            boolean sane = share.signum() > 0
                    && Math.abs((long) share.scale()) <= MAX_DIGITS
                    && share.precision() <= MAX_DIGITS
                    && share.compareTo(BigDecimal.ONE) < 0;
            if (!sane) {
                hearing.refuse("availability", "", "it must be above 0 and below 1");
            }
            return sane;
        });
    }

    /** In another currency nothing is known to be cheaper. */
    private static boolean isCheaper(Money given, Money now) {
        return given.currency().equals(now.currency()) && given.amount().compareTo(now.amount()) < 0;
    }

    private static <T, C extends Comparable<? super C>> BiPredicate<T, T> larger(Function<T, C> measure) {
        return (given, now) -> measure.apply(given).compareTo(measure.apply(now)) > 0;
    }
}
