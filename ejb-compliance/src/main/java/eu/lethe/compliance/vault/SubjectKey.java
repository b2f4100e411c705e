package eu.lethe.compliance.vault;

import eu.lethe.compliance.kernel.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A subject's data key for as long as one use case needs it: seals and opens texts, bound to the subject and the field. */
public final class SubjectKey {

    /** What a sealed text reads as once its key is gone. */
    public static final String ERASED = "[erased]";

    private final Subject subject;
    private final @Nullable SecretKey key;

    SubjectKey(Subject subject, @Nullable SecretKey key) {
        this.subject = subject;
        this.key = key;
    }

    /**
     * @param field entity and column, for example {@code message.text}; a value opens only under the name it was sealed with
     * @throws KeyMissing if the person was erased (410)
     */
    public byte[] seal(String field, String text) {
        if (key == null) {
            throw new KeyMissing();
        }
        return Seal.seal(key, nameOf(subject, field), text.getBytes(StandardCharsets.UTF_8));
    }

    public String open(String field, byte[] sealed) {
        if (key == null) {
            return ERASED;
        }
        return new String(Seal.open(key, nameOf(subject, field), sealed), StandardCharsets.UTF_8);
    }

    /** As {@link #open}, of what may be damaged: empty if it cannot be opened, whyever. */
    public Optional<String> openIfWhole(String field, byte[] sealed) {
        try {
            return key == null ? Optional.empty() : Optional.of(open(field, sealed));
        } catch (BrokenSeal damaged) {
            return Optional.empty();
        }
    }

    static String nameOf(Subject subject, String field) {
        return subject.account() + "|" + subject.id() + "|" + subject.generation() + "|" + field;
    }
}
