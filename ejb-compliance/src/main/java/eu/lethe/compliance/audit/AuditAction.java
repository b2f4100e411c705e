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
    ACCOUNT_CHANGED("ACCOUNT"),
    AUDIT_SEARCHED("ACCOUNT"),
    AUDIT_EXPORTED("ACCOUNT"),
    AUDIT_CHECKED("ACCOUNT"),
    API_CLIENT_ADDED("API_CLIENT"),
    API_CLIENT_REVOKED("API_CLIENT"),
    ACCESS_REPORT_MADE("SUBJECT"),
    DATA_EXPORTED("SUBJECT");

    private final String objectKind;

    AuditAction(String objectKind) {
        this.objectKind = objectKind;
    }

    String objectKind() {
        return objectKind;
    }
}
