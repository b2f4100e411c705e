package eu.lethe.compliance.erasure;

/** What is done to a store in the course of an erasure. */
public enum Action {
    DELETE,
    TELL,
    PURGE,
    VERIFY,
    RESCAN
}
