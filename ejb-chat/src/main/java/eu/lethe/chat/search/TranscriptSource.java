package eu.lethe.chat.search;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Expiry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where what is searched is kept: the conversations, which know this component, not the other way round. */
public interface TranscriptSource {

    /** A message, opened. */
    record Spoken(UUID message, Subject subject, UUID conversation, String language, Instant at, String text) {}

    /** Those of the messages that may be searched: of people who are neither restricted nor being forgotten. */
    List<Spoken> spoken(AccountId account, Collection<UUID> messages);

    /** Whose the conversations are, those that may be searched only. */
    Map<UUID, Subject> searchable(AccountId account, Collection<UUID> conversations);

    /** Those of the conversations that are past the retention period; never of somebody restricted. */
    Set<UUID> expired(AccountId account, Expiry expiry, Collection<UUID> conversations);
}
