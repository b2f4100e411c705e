package eu.lethe.compliance.erasure;

/** How far an erasure has come; each phase is reached when the steps before it are verified. */
public enum Phase {
    FENCED,
    MIRRORED,
    LOCAL_DELETED,
    INDEX_DELETED,
    RECIPIENTS_TOLD,
    PURGED,
    VERIFIED,
    CERTIFIED,
    CLOSED;

    Phase next() {
        return values()[ordinal() + 1];
    }
}
