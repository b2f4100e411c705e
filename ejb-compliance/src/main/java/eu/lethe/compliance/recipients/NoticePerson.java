package eu.lethe.compliance.recipients;

import eu.lethe.compliance.vault.SubjectKey;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a recipient knows whom a notice is about. Of somebody who was erased it exists sealed, and only until the recipient was
 * told.
 *
 * @param visitor the id that recipients got with what they were given
 * @param conversation the one that was erased, if the person stays
 * @param references what the recipient itself calls the person
 */
public record NoticePerson(UUID visitor, @Nullable UUID conversation, List<String> references) {

    private static final String FIELD = "notice.person";
    private static final Jsonb JSON = JsonbBuilder.create();

    byte[] sealed(SubjectKey key) {
        return key.seal(FIELD, JSON.toJson(this));
    }

    /** Empty if the key is gone, and with it the way to name the person. */
    static Optional<NoticePerson> opened(byte[] sealed, SubjectKey key) {
        String json = key.open(FIELD, sealed);
        return json.equals(SubjectKey.ERASED) ? Optional.empty() : Optional.of(JSON.fromJson(json, NoticePerson.class));
    }

    /** Never who it is: it would end up in logs. */
    @Override
    public String toString() {
        return "somebody with " + references.size() + " references";
    }
}
