package eu.lethe.compliance.recipients;

/** The way something left. */
public enum Channel {
    MODEL,
    API,
    WEBHOOK,
    MAIL,
    FILE
}
