package eu.lethe.compliance.requests;

/** Why an answer may take up to two more months (Art. 12(3) GDPR). */
public enum ExtensionGround {
    COMPLEX,
    MANY_REQUESTS
}
