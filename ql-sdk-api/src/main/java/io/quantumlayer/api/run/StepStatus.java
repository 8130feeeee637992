package io.quantumlayer.api.run;

/** How far a finished step proved what it stands for. */
public enum StepStatus {
    /** Evidence for it was observed. */
    PROVED,
    /** It does not apply here, for a stated reason. */
    NOT_APPLICABLE,
    /** It was done or tried, and nothing proves its result. */
    NOT_PROVED
}
