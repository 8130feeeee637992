/** What a run came to, asserted. The other packages hold the library on fakes and the contract kits. */
@NullMarked
package io.quantumlayer.testkit;

import org.jspecify.annotations.NullMarked;
