package eu.lethe.compliance.requests;

/** How it was found out that somebody is who they say (Art. 12(6) GDPR). */
public enum IdentityMeans {
    /** The token of the visitor's own browser: good for that visitor's data and no other. */
    WIDGET_SESSION,
    /** A code sent to the address. */
    EMAIL_CODE,
    IN_PERSON,
    ID_DOCUMENT,
    PHONE_CALL,
    SIGNED_LETTER,
    CUSTOMER_ACCOUNT;

    /** Whether a member may state it; the first two are proved to the application itself. */
    public boolean isStated() {
        return this != WIDGET_SESSION && this != EMAIL_CODE;
    }
}
