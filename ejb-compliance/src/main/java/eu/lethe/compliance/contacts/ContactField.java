package eu.lethe.compliance.contacts;

/** What a contact consists of. */
public enum ContactField {
    NAME,
    EMAIL,
    PHONE
}
