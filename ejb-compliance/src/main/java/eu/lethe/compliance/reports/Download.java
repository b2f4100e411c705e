package eu.lethe.compliance.reports;

/**
 * A file somebody asked for, whole.
 *
 * @param name says what it is and when it was made, never about whom: it ends up in download folders
 */
@SuppressWarnings("ArrayRecordComponent")
public record Download(String name, String mediaType, byte[] bytes) {}
