package eu.lethe.compliance.restrictions;

/** Who restricted a person's data, and so who may lift that again. */
public enum Origin {
    /** The person, who may lift it at any time. */
    PERSON,
    /** An objection or a withdrawal that is being decided, or was; it ends with the decision. */
    REVIEW,
    /** The company. */
    COMPANY
}
