package eu.lethe.compliance.recipients;

import eu.lethe.compliance.vault.SubjectKey;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.UUID;

/**
 * How a recipient knows whom to erase; exists sealed, and only until the recipient was told.
 *
 * @param visitor the id that recipients got with what they were given
 * @param references what the recipient itself calls the person
 */
public record ForgottenPerson(UUID visitor, List<String> references) {

    private static final String FIELD = "notice.person";
    private static final Jsonb JSON = JsonbBuilder.create();

    byte[] sealed(SubjectKey key) {
        return key.seal(FIELD, JSON.toJson(this));
    }

    /** @throws Undelivered if the key is gone, and with it the way to name the person */
    static ForgottenPerson opened(byte[] sealed, SubjectKey key) throws Undelivered {
        String json = key.open(FIELD, sealed);
        if (json.equals(SubjectKey.ERASED)) {
            throw new Undelivered("key-gone");
        }
        return JSON.fromJson(json, ForgottenPerson.class);
    }
}
