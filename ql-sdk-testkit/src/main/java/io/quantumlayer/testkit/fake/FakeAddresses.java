package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import java.net.URI;
import java.util.Optional;

/** The addresses of the fake world: below the top-level name {@code fake}, which resolves nowhere else. */
final class FakeAddresses {
    private static final String CANDIDATE = ".candidate.fake";
    private static final String OPEN = ".open.fake";

    private FakeAddresses() {}

    static URI candidate(ReleaseId release) {
        return URI.create("http://" + release + CANDIDATE + "/");
    }

    static URI open(ApplicationId application) {
        return URI.create("http://" + application.name() + "." + application.tenant() + OPEN + "/");
    }

    static Optional<ReleaseId> release(String host) {
        return host.endsWith(CANDIDATE)
                ? Optional.of(new ReleaseId(host.substring(0, host.length() - CANDIDATE.length())))
                : Optional.empty();
    }

    static Optional<ApplicationId> application(String host) {
        int dot = host.indexOf('.');
        return host.endsWith(OPEN) && dot > 0 && dot < host.length() - OPEN.length()
                ? Optional.of(new ApplicationId(
                        host.substring(dot + 1, host.length() - OPEN.length()), host.substring(0, dot)))
                : Optional.empty();
    }
}
