package eu.lethe.compliance.restrictions;

/** Why processing is restricted (Art. 18(1) GDPR). */
public enum Ground {
    /** The person says that the data is wrong; it is being checked. */
    ACCURACY_CONTESTED,
    /** The processing is unlawful, and the person wants the data kept nevertheless. */
    UNLAWFUL,
    /** Nobody else needs the data any more, but the person does, for a legal claim. */
    CLAIMS_OF_PERSON,
    /** The person has objected; it is being weighed. */
    OBJECTION
}
