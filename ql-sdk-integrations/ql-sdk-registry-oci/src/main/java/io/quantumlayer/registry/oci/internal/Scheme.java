package io.quantumlayer.registry.oci.internal;

import java.util.Set;
import java.util.regex.Pattern;

/** Says how a registry is spoken to: HTTPS, or plain HTTP on the loopback interface and where it was asked for. */
public final class Scheme {
    static final String HUB = "docker.io";

    private static final String HUB_ENDPOINT = "registry-1.docker.io";
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]+)?");

    private final Set<String> plain;

    /** Allows plain HTTP to these too. */
    public Scheme(Set<String> plain) {
        this.plain = plain;
    }

    String base(String registry) {
        String endpoint = registry.equals(HUB) ? HUB_ENDPOINT : registry;
        return (isPlain(registry) ? "http://" : "https://") + endpoint;
    }

    boolean isPlain(String registry) {
        return plain.contains(registry) || LOOPBACK.matcher(registry).matches();
    }
}
