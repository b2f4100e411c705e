package eu.lethe.compliance.reports;

import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.restrictions.KeptByLaw;
import eu.lethe.compliance.subjects.Standings.Standing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything Art. 15(1) GDPR asks for about one person, gathered at one moment.
 *
 * @param controller name of the account
 * @param laws that keep something longer than the periods say, and in spite of an erasure
 */
public record Dossier(
        String controller,
        Instant madeAt,
        Standing standing,
        List<Holding> holdings,
        List<Keeping> keepings,
        List<KeptByLaw.Law> laws,
        List<Receiver> receivers) {

    /**
     * Why and how long a store keeps what it holds.
     *
     * @param country two letters, or null for the operator's own premises
     * @param days null if nothing ends by itself
     */
    public record Keeping(
            String store,
            StoreKind kind,
            @Nullable String country,
            Set<Category> categories,
            Set<Purpose> purposes,
            @Nullable Integer days,
            @Nullable Anchor anchor) {}

    /**
     * Somebody who was given something about the person.
     *
     * @param fields what kinds of things, as codes
     * @param mechanism what makes it lawful where they are, as a code
     */
    public record Receiver(
            String name,
            String category,
            @Nullable String country,
            @Nullable String mechanism,
            @Nullable Integer retentionDays,
            Set<String> fields,
            long times,
            Instant first,
            Instant last) {}

    /** With what stores outside the database hold as well. */
    Dossier with(List<Holding> elsewhere) {
        var all = new ArrayList<>(holdings);
        all.addAll(elsewhere);
        return new Dossier(controller, madeAt, standing, List.copyOf(all), keepings, laws, receivers);
    }

    /** What it is and of which day, never about whom: names of files are seen by others. */
    String fileName(String what, String suffix) {
        return what + '-' + madeAt.atOffset(ZoneOffset.UTC).toLocalDate() + '.' + suffix;
    }
}
