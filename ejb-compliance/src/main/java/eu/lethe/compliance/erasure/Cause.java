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
    RESTORED
}
