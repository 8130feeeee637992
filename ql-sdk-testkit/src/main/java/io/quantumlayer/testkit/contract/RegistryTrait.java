package io.quantumlayer.testkit.contract;

/** What a registry can do beyond reading and writing. */
public enum RegistryTrait {
    /** It lists what refers to a manifest by an interface of its own, and not by a tag. */
    REFERRERS,
    /** It deletes manifests by digest. */
    DELETION
}
