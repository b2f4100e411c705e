package eu.lethe.compliance.recipients;

/** What a recipient is told about a person. Erasure is OpenDSR's own type of request, the others are named as it would. */
public enum NoticeKind {
    ERASURE("erasure"),
    RECTIFICATION("rectification"),
    RESTRICTION("restriction"),
    /** The restriction is over. */
    LIFTED("restriction_lifted");

    private final String type;

    NoticeKind(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** Whether the other says something about the same thing, so that only the later of the two is worth telling. */
    boolean isAboutTheSameAs(NoticeKind other) {
        return this == other || isOfRestriction() && other.isOfRestriction();
    }

    private boolean isOfRestriction() {
        return this == RESTRICTION || this == LIFTED;
    }
}
