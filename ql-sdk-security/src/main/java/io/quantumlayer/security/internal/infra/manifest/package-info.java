/** Judges Kubernetes manifests and CloudFormation templates, in YAML and JSON. */
@NullMarked
package io.quantumlayer.security.internal.infra.manifest;

import org.jspecify.annotations.NullMarked;
