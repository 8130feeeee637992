package io.quantumlayer.api.placement;

/** The ways in which an application can be built and run. */
public enum Strategy {
    /** An image built inside a Kubernetes cluster, and run there. */
    KANIKO,
    /** Functions or request-driven containers that scale to none. */
    SERVERLESS,
    /** Containers on a managed service or a cluster. */
    CLOUD_NATIVE,
    /** Code close to its users, on a network of edge locations. */
    EDGE,
    /** Files served as they are. */
    STATIC,
    /** A process on the machine of the caller. */
    LOCAL
}
