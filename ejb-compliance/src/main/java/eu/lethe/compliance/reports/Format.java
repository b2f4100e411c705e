package eu.lethe.compliance.reports;

/** The forms of an access report. */
public enum Format {
    HTML("text/html;charset=UTF-8", "html"),
    PDF("application/pdf", "pdf"),
    JSON("application/json", "json");

    private final String mediaType;
    private final String suffix;

    Format(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    String suffix() {
        return suffix;
    }
}
