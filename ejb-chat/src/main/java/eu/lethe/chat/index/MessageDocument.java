package eu.lethe.chat.index;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as JSON in the index, or the stub that bars its place. The text is searched but not kept beside its words. Public for
 * JSON-B.
 */
public record MessageDocument(
        @Nullable UUID account,
        @Nullable UUID conversation,
        @Nullable UUID subject,
        @Nullable Integer generation,
        @Nullable String at,
        @Nullable Map<String, String> text,
        @JsonbProperty("stub_since") @Nullable String stubSince) {

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
