package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what kind of application is asked for, the surest words first: a noun that names a kind, what it does all day
 * together with a noun that could be anything ({@code a service that consumes messages}), a framework, and at last the
 * vague noun itself. Runs after the language, since a framework suggests a kind too.
 */
final class KindRule implements Rule {
    /** Nouns that what an application does all day makes more exact. */
    private static final Set<String> OPEN_NOUNS =
            Words.of("service microservice backend program script application app process tool pipeline"
                    + " endpoint services microservices something system component thing handler importer"
                    + " exporter");

    private static final int STATIC_REACH = 4;
    private static final Set<String> PAGES = Set.of("FRONTEND", "WEB");

    private final Lexicon kinds;
    private final Lexicon weak;
    private final Lexicon signals;
    private final Lexicon frameworks;
    private final Map<String, String> kindOf;
    private final UnsupportedKinds unsupported;

    KindRule(Vocabulary vocabulary) {
        this.kinds = vocabulary.lexicon("kinds");
        this.weak = vocabulary.lexicon("weak kinds");
        this.signals = vocabulary.inflected("signals");
        this.frameworks = vocabulary.lexicon("frameworks");
        this.kindOf = vocabulary.inverse("framework kinds");
        this.unsupported = new UnsupportedKinds(vocabulary);
    }

    @Override
    public void read(Text text, Reading reading) {
        HeadNouns named = HeadNouns.of(text, unsupported.with(text, kinds.hits(text)));
        List<Lexicon.Hit> own = named.own();
        Trait<AppKind> kind = own.isEmpty() ? null : strong(text, own, reading);
        if (kind == null) {
            kind = signalled(text).orElse(null);
        }
        if (kind == null) {
            kind = framework(text, reading.framework).or(() -> vague(text)).orElse(null);
        }
        if (kind == null && !named.all().isEmpty()) {
            kind = strong(text, named.all(), reading);
        }
        reading.kind = kind;
    }

    private @Nullable Trait<AppKind> strong(Text text, List<Lexicon.Hit> heads, Reading reading) {
        Lexicon.Hit first = heads.get(0);
        if (first.id().equals(AppKind.UNSUPPORTED.name())) {
            reading.unsupportedBecause = unsupported.reason(text, first);
            return stated(text, first);
        }
        Lexicon.Hit api = find(heads, Set.of("API"));
        Lexicon.Hit pages = find(heads, PAGES);
        if (api != null && pages != null) {
            return both(text, pages, api);
        }
        Optional<Lexicon.Hit> browser = frameworkOf(text, "FRONTEND");
        if (api != null && browser.isPresent() && isBackend(text, api)) {
            return both(text, browser.get(), api);
        }
        if (first.id().equals(AppKind.WEB.name()) && isStatic(text, first, reading)) {
            return Trait.stated(AppKind.STATIC, text.words(first.from(), first.to()));
        }
        boolean exposed = heads.stream().anyMatch(hit -> hit.id().equals("API") && hit.to() - hit.from() > 1);
        boolean open = !exposed && first.to() - first.from() == 1 && text.isWord(first.from(), OPEN_NOUNS);
        Optional<Trait<AppKind>> exact = open ? signalled(text) : Optional.empty();
        return exact.orElseGet(() -> stated(text, first));
    }

    private static Trait<AppKind> both(Text text, Lexicon.Hit pages, Lexicon.Hit api) {
        return Trait.stated(AppKind.FULLSTACK, text.words(pages.from(), pages.to()), text.words(api.from(), api.to()));
    }

    /** A site that is called static, or made with a generator of static sites. */
    private boolean isStatic(Text text, Lexicon.Hit site, Reading reading) {
        Trait<String> framework = reading.framework;
        boolean generated = framework != null && AppKind.STATIC.name().equals(kindOf.get(framework.value()));
        return generated || Nearby.before(text, site.from(), STATIC_REACH, Set.of("static"));
    }

    private static boolean isBackend(Text text, Lexicon.Hit api) {
        return text.isWord(api.to() - 1, Words.of("backend api end server backends"));
    }

    private static Trait<AppKind> stated(Text text, Lexicon.Hit hit) {
        return Trait.stated(AppKind.valueOf(hit.id()), text.words(hit.from(), hit.to()));
    }

    /** What it does all day, unless a denial or a strong noun says otherwise. */
    private Optional<Trait<AppKind>> signalled(Text text) {
        boolean vague = text.tokens().stream().anyMatch(token -> OPEN_NOUNS.contains(token.word()));
        return signals.hits(text).stream()
                .filter(hit -> Polarity.of(text, hit).wanted()
                        || text.token(hit.from()).is("no"))
                .filter(hit -> vague || !hit.id().equals("FUNCTION"))
                .findFirst()
                .map(hit -> Trait.inferred(AppKind.valueOf(hit.id()), text.words(hit.from(), hit.to())));
    }

    private Optional<Trait<AppKind>> framework(Text text, @Nullable Trait<String> framework) {
        Optional<Lexicon.Hit> browser = frameworkOf(text, "FRONTEND");
        Optional<Lexicon.Hit> server = frameworkOf(text, "API").or(() -> frameworkOf(text, "WEB"));
        if (browser.isPresent() && server.isPresent()) {
            return Optional.of(both(text, browser.get(), server.get()));
        }
        String suggested = framework == null ? null : kindOf.get(framework.value());
        return framework == null || suggested == null
                ? Optional.empty()
                : Optional.of(new Trait<>(AppKind.valueOf(suggested), Origin.INFERRED, framework.words()));
    }

    private Optional<Lexicon.Hit> frameworkOf(Text text, String kind) {
        return frameworks.hits(text).stream()
                .filter(hit -> kind.equals(kindOf.get(hit.id())))
                .filter(hit -> Polarity.of(text, hit).wanted() && !HeadNouns.isSurrounding(text, hit))
                .findFirst();
    }

    private Optional<Trait<AppKind>> vague(Text text) {
        HeadNouns nouns = HeadNouns.of(text, weak.hits(text));
        List<Lexicon.Hit> heads = nouns.own().isEmpty() ? nouns.all() : nouns.own();
        return heads.stream()
                .findFirst()
                .map(hit -> Trait.inferred(AppKind.valueOf(hit.id()), text.words(hit.from(), hit.to())));
    }

    private static Lexicon.@Nullable Hit find(List<Lexicon.Hit> hits, Set<String> kinds) {
        return hits.stream().filter(hit -> kinds.contains(hit.id())).findFirst().orElse(null);
    }
}
