package io.quantumlayer.api.cost;

/**
 * What a tariff counts. <i>Active</i> time is the time in which an instance works at one or more requests, <i>idle</i>
 * time that in which an instance is kept ready and does not, <i>instance</i> time that of instances which always run.
 */
public enum Meter {
    /** Requests and runs that start code. */
    INVOCATIONS,
    /** Requests and runs that start code, and requests for static files. */
    ALL_REQUESTS,
    /** Requests for static files. */
    STATIC_REQUESTS,
    /** Milliseconds in which a processor was busy. */
    CPU_MILLIS,
    /** Active seconds times vCPU. */
    ACTIVE_VCPU_SECONDS,
    /** Active seconds times GiB of memory. */
    ACTIVE_GIB_SECONDS,
    /** Active seconds times GiB of disk beyond the included ones. */
    ACTIVE_DISK_GIB_SECONDS,
    /** Active seconds times GiB of memory that no instance kept ready served. */
    ON_DEMAND_GIB_SECONDS,
    /** Active seconds times GiB of memory that an instance kept ready served. */
    READY_ACTIVE_GIB_SECONDS,
    /** Seconds, busy or not, times GiB of memory of the instances kept ready. */
    READY_GIB_SECONDS,
    /** Idle seconds times vCPU of the instances kept ready. */
    IDLE_VCPU_SECONDS,
    /** Idle seconds times GiB of memory of the instances kept ready. */
    IDLE_GIB_SECONDS,
    /** Seconds times vCPU of the instances that always run, and of runs. */
    INSTANCE_VCPU_SECONDS,
    /** Seconds times GiB of memory of the instances that always run, and of runs. */
    INSTANCE_GIB_SECONDS,
    /** Seconds times GiB of disk beyond the included ones, of the instances that always run, and of runs. */
    INSTANCE_DISK_GIB_SECONDS,
    /** Seconds times GiB of memory of instances that always run if they are stated, else active ones. */
    RUNNING_GIB_SECONDS,
    /** Seconds times GiB of disk of instances that always run if they are stated, else active ones. */
    RUNNING_DISK_GIB_SECONDS,
    /** GiB sent to the internet. */
    EGRESS_GIB,
    /** GiB kept for a month. */
    STORAGE_GIB_MONTHS,
    /** Hours in which the application is there at all. */
    HOURS,
    /** Months: one. */
    MONTHS
}
