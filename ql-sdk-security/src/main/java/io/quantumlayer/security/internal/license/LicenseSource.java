package io.quantumlayer.security.internal.license;

import io.quantumlayer.security.inventory.FoundPackage;
import java.util.Optional;

/** Where the licences of packages of one ecosystem are written down. Not safe for use by several threads. */
interface LicenseSource {
    /** The licence of a package, or empty if nothing that can be read says it for certain. */
    Optional<LicenseExpression> of(FoundPackage found);
}
