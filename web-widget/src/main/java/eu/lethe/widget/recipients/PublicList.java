package eu.lethe.widget.recipients;

import eu.lethe.compliance.recipients.RecipientCategory;
import eu.lethe.compliance.recipients.RecipientDetails;
import eu.lethe.compliance.recipients.RecipientState;
import eu.lethe.compliance.recipients.Recipients.RecipientView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what visitors of a site say, who is going to and who no longer does.
 *
 * @param notUsed kinds of recipients of which there is none
 */
public record PublicList(String site, List<Entry> recipients, List<String> notUsed) {

    /**
     * @param country null on the controller's own machines
     * @param retentionDays null if until told otherwise
     */
    public record Entry(
            String name,
            String category,
            @Nullable String address,
            @Nullable String contact,
            @Nullable String country,
            String mechanism,
            @Nullable Integer retentionDays,
            String state,
            @Nullable String announcedAt,
            @Nullable String activeFrom,
            @Nullable String endedAt) {

        static Entry of(RecipientView recipient) {
            RecipientDetails details = recipient.details();
            return new Entry(
                    details.name(),
                    details.category().name(),
                    details.address(),
                    details.contact(),
                    details.country(),
                    details.mechanism().name(),
                    details.retentionDays(),
                    recipient.state().name(),
                    text(recipient.announcedAt()),
                    text(recipient.activeFrom()),
                    text(recipient.endedAt()));
        }

        private static @Nullable String text(@Nullable Object moment) {
            return moment == null ? null : moment.toString();
        }
    }

    static PublicList of(String site, List<RecipientView> recipients) {
        var used = EnumSet.noneOf(RecipientCategory.class);
        recipients.stream()
                .filter(recipient -> recipient.state() == RecipientState.ACTIVE)
                .forEach(recipient -> used.add(recipient.details().category()));
        return new PublicList(
                site,
                recipients.stream().map(Entry::of).toList(),
                Arrays.stream(RecipientCategory.values())
                        .filter(category -> category != RecipientCategory.OTHER && !used.contains(category))
                        .map(Enum::name)
                        .toList());
    }
}
