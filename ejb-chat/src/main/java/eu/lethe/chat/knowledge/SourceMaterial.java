package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.NotPersonal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/** What somebody uploaded or typed, as it came. */
@Entity
@Table(name = "source_material", schema = "chat")
@NamedQuery(
        name = "SourceMaterial.ofSource",
        query = "select m from SourceMaterial m where m.account = :account and m.source = :source")
class SourceMaterial {

    @Id
    @Column(name = "source_id")
    @NotPersonal
    private UUID source;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @Column(name = "file_name")
    @NotPersonal
    private String fileName;

    @NotPersonal
    private byte[] content;

    @SuppressWarnings("NullAway")
    protected SourceMaterial() {}

    static SourceMaterial of(UUID account, UUID source, String fileName, byte[] content) {
        var material = new SourceMaterial();
        material.account = account;
        material.source = source;
        material.fileName = fileName;
        material.content = content.clone();
        return material;
    }

    String fileName() {
        return fileName;
    }

    byte[] content() {
        return content;
    }
}
