package eu.lethe.chat.sites;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.HasAccount;
import java.util.UUID;

/** A site as visitors meet it. */
public record PublishedSite(AccountId account, UUID id, String key, SiteSettings settings) implements HasAccount {

    /** Whether pages of this origin may carry the widget. */
    public boolean allows(String origin) {
        return settings.origins().contains(origin);
    }
}
