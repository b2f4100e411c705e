package eu.lethe.compliance.vault;

import eu.lethe.compliance.kernel.Subject;

/** A subject's data key for as long as one use case needs it: seals and opens texts, bound to the subject and the field. */
public final class SubjectKey {

    /** What a sealed text reads as once its key is gone. */
    public static final String ERASED = "[erased]";

    private final Subject subject;

    SubjectKey(Subject subject) {
        this.subject = subject;
    }

    /** @param field entity and column, for example {@code message.text}; a value opens only under the name it was sealed with */
    public byte[] seal(String field, String text) {
        throw new IllegalStateException("owner builds this");
    }

    public String open(String field, byte[] sealed) {
        throw new IllegalStateException("owner builds this");
    }
}
