package eu.lethe.compliance.erasure;

/** How much of a person an erasure is about. */
public enum Scope {
    /** Everything, and the key. */
    PERSON,
    /** One conversation; the person, the key and whatever else was said stay. */
    CONVERSATION
}
