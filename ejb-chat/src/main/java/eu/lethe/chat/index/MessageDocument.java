package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as JSON in the index, or the stub that bars its place. The text is searched but not kept beside its words. Public for
 * JSON-B.
 */
public record MessageDocument(
        @NotPersonal @Nullable UUID account,
        @NotPersonal @Nullable UUID conversation,

        @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.SUPPORT) @Nullable
        UUID subject,

        @NotPersonal @Nullable Integer generation,

        @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.SUPPORT) @Nullable
        String at,

        @PersonalData(category = Category.COMMUNICATION, purpose = Purpose.SUPPORT) @Nullable
        Map<String, String> text,

        @NotPersonal @JsonbProperty("stub_since") @Nullable String stubSince) {

    static MessageDocument of(TranscriptChange.Said said) {
        return new MessageDocument(
                said.account().value(),
                said.conversation(),
                said.subject().id(),
                said.subject().generation(),
                said.at().toString(),
                Map.of(Analyzed.field(said.language()), said.text()),
                null);
    }

    static MessageDocument of(TranscriptChange.Barred barred) {
        return new MessageDocument(
                null, null, null, null, null, null, barred.since().toString());
    }
}
