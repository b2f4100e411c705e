package eu.lethe.compliance.erasure;

/** How a step stands. */
public enum StepState {
    PENDING,
    DONE,
    /** Rows remain because a law demands them. */
    HELD,
    /** The store cannot be looked into: said so, never taken for empty. */
    UNVERIFIED,
    /** The person's words stand somewhere that is not about them: a human decides. */
    REVIEW
}
