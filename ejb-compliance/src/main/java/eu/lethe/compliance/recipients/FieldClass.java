package eu.lethe.compliance.recipients;

/** What kind of thing was given to somebody; the thing itself is never written down again. */
public enum FieldClass {
    QUESTION,
    HISTORY,
    TRANSCRIPT,
    NAME,
    EMAIL,
    PHONE,
    LEAD_STATUS,
    IDENTIFIER,
    ACCESS_REPORT,
    EXPORT
}
