package eu.lethe.compliance.recipients;

/** What somebody does with what they are given. Certificates and reports name a category, so the list is short. */
public enum RecipientCategory {
    /** Runs the language model that writes answers. */
    MODEL_PROVIDER,
    /** Keeps servers, databases or backups. */
    HOSTING,
    /** Delivers mail. */
    MAIL,
    /** A customer database of the controller's that copies are put into. */
    CRM,
    /** Another company that the controller shares leads or requests with. */
    PARTNER,
    OTHER
}
