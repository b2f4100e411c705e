package eu.lethe.chat.conversations;

import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.Row;
import eu.lethe.compliance.vault.SubjectKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person's conversations, opened: what was said, and how each answer came about (SEED-C7).
 *
 * @param siteNames what the sites are called, by id
 */
record SaidExtract(SubjectKey key, Map<UUID, String> siteNames) {

    List<Extract> of(List<Conversation> conversations, List<Message> messages) {
        return List.of(
                new Extract(
                        "conversation",
                        conversations.stream()
                                .map(talk -> talk.extract(siteNames.getOrDefault(talk.site(), "")))
                                .map(Row::map)
                                .toList()),
                new Extract(
                        "message",
                        messages.stream()
                                .map(message -> message.extract(key).map())
                                .toList()),
                new Extract(
                        "citation",
                        messages.stream()
                                .flatMap(message -> message.citations().stream()
                                        .map(citation -> of(message, citation).map()))
                                .toList()));
    }

    private static Row of(Message message, Citation citation) {
        return new Row()
                .with("message", message.id())
                .with("number", citation.number())
                .with("title", citation.title())
                .with("location", citation.location())
                .with("snippet", citation.snippet())
                .with("score", citation.score());
    }
}
