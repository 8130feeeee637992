package io.quantumlayer.testkit.retention;

import io.quantumlayer.api.evidence.Digest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A manifest as whoever pushed it knows it. */
record Thing(Digest digest, Set<Digest> children, Optional<Digest> subject, Optional<Instant> created) {}
