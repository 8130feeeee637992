/** Reads Terraform's configuration in HCL and JSON without evaluating it, and judges the resources. */
@NullMarked
package io.quantumlayer.security.internal.infra.terraform;

import org.jspecify.annotations.NullMarked;
