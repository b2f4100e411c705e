package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.NotPersonal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/** A piece of a document that an answer may quote. Its id follows from its content, so an unchanged passage keeps it. */
@Entity
@Table(name = "passage", schema = "chat")
@NamedQuery(
        name = "StoredPassage.ofDocument",
        query =
                "select p from StoredPassage p where p.account = :account and p.document = :document order by p.ordinal")
@NamedQuery(
        name = "StoredPassage.counts",
        query =
                "select p.document, count(p) from StoredPassage p where p.account = :account and p.document in :documents"
                        + " group by p.document")
class StoredPassage {

    @Id
    @NotPersonal
    private UUID id;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @Column(name = "document_id")
    @NotPersonal
    private UUID document;

    @NotPersonal
    private int ordinal;

    @NotPersonal
    private String heading;

    @NotPersonal
    private String text;

    @SuppressWarnings("NullAway")
    protected StoredPassage() {}

    static StoredPassage of(UUID id, UUID account, UUID document, int ordinal, String heading, String text) {
        var passage = new StoredPassage();
        passage.id = id;
        passage.account = account;
        passage.document = document;
        passage.ordinal = ordinal;
        passage.heading = heading;
        passage.text = text;
        return passage;
    }

    void movedTo(int place) {
        ordinal = place;
    }

    UUID id() {
        return id;
    }

    int ordinal() {
        return ordinal;
    }

    String heading() {
        return heading;
    }

    String text() {
        return text;
    }

    KnowledgeBase.PassageView view() {
        return new KnowledgeBase.PassageView(id, ordinal, heading, text);
    }
}
