package eu.lethe.compliance.erasure;

/** Why a person is forgotten. */
public enum Cause {
    /** A subject request under Art. 17 GDPR. */
    REQUEST,
    /** A member did it in the dashboard or over the API. */
    DESK,
    /** The retention period is over. */
    RETENTION,
    /** The consent it rested on was withdrawn. */
    CONSENT,
    /** The site the person wrote on was removed. */
    SITE_REMOVED,
    /** A restored backup had brought the person back. */
    RESTORED;

    /**
     * Whether it takes somebody whose data is restricted as well. The restriction protects the person's interest that the data stays
     * (Art. 18 GDPR), so only they can give that up, not the company; and whoever was forgotten before has no more to protect.
     */
    boolean endsRestriction() {
        return this == REQUEST || this == CONSENT || this == RESTORED;
    }
}
