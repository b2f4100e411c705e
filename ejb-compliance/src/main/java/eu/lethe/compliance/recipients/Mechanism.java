package eu.lethe.compliance.recipients;

/** What makes it lawful for data to be where a recipient is (Art. 44-49 GDPR). */
public enum Mechanism {
    /** A machine of the operator's own: the data go to nobody else. */
    OWN_PREMISES,
    /** Within the European Economic Area nothing more is needed. */
    EEA,
    ADEQUACY_DECISION,
    STANDARD_CLAUSES,
    BINDING_RULES,
    EXPLICIT_CONSENT
}
