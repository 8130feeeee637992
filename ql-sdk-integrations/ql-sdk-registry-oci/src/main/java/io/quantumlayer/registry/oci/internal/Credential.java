package io.quantumlayer.registry.oci.internal;

import io.quantumlayer.api.spi.secrets.Secret;

/** A user's name and password; an identity token has the name {@code <token>}. */
public record Credential(String user, Secret password) {
    static final String TOKEN = "<token>";

    boolean isIdentityToken() {
        return user.equals(TOKEN);
    }
}
