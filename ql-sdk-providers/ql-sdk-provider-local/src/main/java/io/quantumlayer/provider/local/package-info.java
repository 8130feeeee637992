/**
 * The provider {@code local}: runs releases as sandboxed processes of this machine, side by side behind one stable
 * address on loopback.
 *
 * <p>{@link io.quantumlayer.provider.local.LocalProviderFactory} is the only public type. A release is placed by three
 * operations, each a {@code LocalService}: the application's lasting data folder, the release's own folder, and its
 * process. Traffic belongs to the forwarder, a process that outlives the host. Everything this provider knows stands in
 * files under its home or is asked from outside, so that a new host process finds all of it again:
 *
 * <pre>
 * TENANT/APPLICATION/data                     lasting data, DATA_DIR
 * TENANT/APPLICATION/forwarder                the forwarder, its jar, token and memory
 * TENANT/APPLICATION/releases/RELEASE/app     a copy of the artifact
 *                                     run     the process: its log, pid and exit code
 *                                     secrets one file a secret, for the owner only
 *                                     release.properties, process.properties
 * </pre>
 */
@NullMarked
package io.quantumlayer.provider.local;

import org.jspecify.annotations.NullMarked;
