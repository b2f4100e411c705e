package eu.lethe.compliance.retention;

/** What the processing rests on (Art. 6(1) GDPR), and so what ends it besides the period (SEED-T10). */
public enum Basis {
    /** Ends when it is withdrawn. */
    CONSENT,
    /** Lasts for the contract's term and the limitation period after it. */
    CONTRACT,
    /** Lasts as long as the law says. */
    LEGAL_OBLIGATION,
    /** Lasts as long as the interest does, and ends with an objection that prevails. */
    LEGITIMATE_INTERESTS
}
