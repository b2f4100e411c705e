package eu.lethe.chat.knowledge;

/** Where a source's documents come from. */
public enum SourceKind {
    WEBSITE,
    SITEMAP,
    FILE,
    TEXT,
    FAQ
}
