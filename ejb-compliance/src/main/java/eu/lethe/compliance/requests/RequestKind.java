package eu.lethe.compliance.requests;

/** The rights a person can ask for, each with its article of the GDPR. */
public enum RequestKind {
    ACCESS("15"),
    PORTABILITY("20"),
    RECTIFICATION("16"),
    ERASURE("17"),
    RESTRICTION("18"),
    OBJECTION("21"),
    WITHDRAWAL("7(3)"),
    HUMAN_REVIEW("22(3)");

    private final String article;

    RequestKind(String article) {
        this.article = article;
    }

    public String article() {
        return article;
    }
}
