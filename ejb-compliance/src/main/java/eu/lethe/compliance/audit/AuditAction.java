package eu.lethe.compliance.audit;

/** What the audit log knows about, each with the kind of object it is done to. */
public enum AuditAction {
    LOGIN("MEMBER"),
    LOGIN_FAILED("MEMBER"),
    MEMBER_ADDED("MEMBER"),
    MEMBER_CHANGED("MEMBER"),
    MEMBER_DEACTIVATED("MEMBER"),
    MEMBER_REMOVED("MEMBER"),
    TRANSCRIPT_OPENED("CONVERSATION"),
    CONVERSATION_DELETED("CONVERSATION"),
    SUBJECT_FORGOTTEN("SUBJECT"),
    ERASURE_RETRIED("ERASURE"),
    ERASURE_REVIEWED("ERASURE"),
    ERASURE_CERTIFIED("ERASURE"),
    ERASURE_CLOSED("ERASURE"),
    SOURCE_ADDED("SOURCE"),
    SOURCE_REMOVED("SOURCE"),
    SITE_ADDED("SITE"),
    SITE_CHANGED("SITE"),
    SITE_REMOVED("SITE"),
    ACCOUNT_CHANGED("ACCOUNT");

    private final String objectKind;

    AuditAction(String objectKind) {
        this.objectKind = objectKind;
    }

    String objectKind() {
        return objectKind;
    }
}
