package io.quantumlayer.registry.oci.internal;

import io.quantumlayer.api.spi.registry.ImageReference;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** The address of the next page. */
final class Links {
    private Links() {}

    static Optional<HttpUrl> next(Requests requests, ImageReference repository, Response answer) {
        String link = answer.header("Link");
        if (link == null || !link.contains("rel=\"next\"")) {
            return Optional.empty();
        }
        int start = link.indexOf('<');
        int end = link.indexOf('>');
        if (start < 0 || end < start) {
            throw Failures.answer("The registry " + repository.registry() + " names a next page without an address.");
        }
        HttpUrl here = answer.request().url();
        HttpUrl next = requests.resolve(repository, here, link.substring(start + 1, end));
        if (!next.host().equals(here.host()) || next.port() != here.port()) {
            throw Failures.answer("The registry " + repository.registry() + " names a next page on another host.");
        }
        return Optional.of(next);
    }
}
