package eu.lethe.compliance.register;

import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.StoreKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the register of stores (Art. 30(1) GDPR): where personal data is, of what kind, what for and how long.
 *
 * @param declared whether it lies outside the application, so that what is known about it is what the account declares
 * @param country ISO 3166-1 alpha-2, or null as long as nobody has said
 * @param days how long it keeps what it holds; 0 if nothing, null if nobody has said
 * @param sealed whether everything personal in it but ids and times is encrypted under the person's key
 */
public record RegisteredStore(
        String name,
        StoreKind kind,
        String process,
        boolean declared,
        boolean canBeOff,
        boolean on,
        @Nullable String country,
        @Nullable Integer days,
        @Nullable Anchor anchor,
        Set<Category> categories,
        Set<Purpose> purposes,
        boolean sealed) {}
