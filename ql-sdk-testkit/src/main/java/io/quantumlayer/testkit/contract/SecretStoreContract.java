package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store of secrets promises. */
public abstract class SecretStoreContract {
    private final KitCalls calls = new KitCalls(KitTime.real());
    private SecretStore store;

    /** Only for subclasses. */
    protected SecretStoreContract() {}

    /**
     * Opens the store under test.
     *
     * @return a store that holds the known secret for the kit's tenant {@code kit}
     */
    protected abstract SecretStore store();

    /**
     * Returns the reference of the known secret.
     *
     * @return a reference of the store's scheme
     */
    protected abstract SecretRef known();

    /**
     * Returns a reference to nothing.
     *
     * @return a reference of the store's scheme
     */
    protected abstract SecretRef unknown();

    /**
     * Returns the known secret's value.
     *
     * @return the value
     */
    protected abstract String value();

    /**
     * Says whether each tenant has secrets of its own.
     *
     * @return whether another tenant must not read the known secret
     */
    protected abstract boolean perTenant();

    @BeforeEach
    final void open() {
        store = store();
    }

    @Test
    @DisplayName("its scheme is that of its references")
    final void servesItsScheme() {
        assertThat(known().scheme()).isEqualTo(store.scheme());
    }

    @Test
    @DisplayName("a known reference gives its value")
    final void reads() {
        assertThat(read()).isEqualTo(value());
    }

    @Test
    @DisplayName("an unknown reference gives nothing")
    final void missesWhatIsNotThere() {
        assertThat(store.read(calls.call("read"), unknown())).isEmpty();
    }

    @Test
    @DisplayName("neither the store nor a secret prints a value")
    final void printsNothing() {
        try (Secret secret = store.read(calls.call("read"), known()).orElseThrow()) {
            assertThat(secret.toString()).isEqualTo("***");
            assertThat(store.toString()).doesNotContain(value());
        }
    }

    @Test
    @DisplayName("wiping one secret leaves the next one whole")
    final void readsAfresh() {
        store.read(calls.call("read"), known()).orElseThrow().close();
        assertThat(read()).isEqualTo(value());
    }

    @Test
    @DisplayName("another tenant reads it only where all tenants share the secrets")
    final void keepsTenantsApart() {
        ApplicationId other = new ApplicationId("stranger", KitCalls.APPLICATION.name());
        assertThat(store.read(calls.call(other, "read"), known()).isPresent()).isEqualTo(!perTenant());
    }

    private String read() {
        try (Secret secret = store.read(calls.call("read"), known()).orElseThrow()) {
            return secret.reveal(String::new);
        }
    }
}
