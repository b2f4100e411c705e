package eu.lethe.compliance.recipients;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a recipient's description must and must not say. */
final class RecipientRules {

    private static final int HIGHEST_PORT = 65_535;

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_KEEPING = 3650;

    private RecipientRules() {}

    static boolean isInTheEea(@Nullable String country) {
        return country != null && EEA.contains(country);
    }

    /** Checks everything a controller must know of a recipient: address and contact are never left out. */
    static RecipientDetails complete(RecipientDetails details) {
        RecipientDetails checked = lawful(details);
        if (checked.mechanism() != Mechanism.OWN_PREMISES) {
            required("address", checked.address());
            required("contact", checked.contact());
        }
        return checked;
    }

    /** Checks what makes it lawful to send anything there, and that it can be undone. */
    static RecipientDetails lawful(RecipientDetails given) {
        var details = tidied(given);
        text("name", required("name", details.name()), 200);
        text("address", details.address(), 500);
        text("contact", details.contact(), 254);
        country(details);
        Integer days = details.retentionDays();
        if (days != null && (days < 0 || days > LONGEST_KEEPING)) {
            throw invalid("retentionDays", "How long data are kept is 0 to 3650 days.");
        }
        boolean model = details.category() == RecipientCategory.MODEL_PROVIDER;
        if (model != (details.modelHost() != null)) {
            throw invalid("modelHost", "A model provider has the host of its endpoint, nobody else has.");
        }
        if (model && days == null) {
            throw invalid("retentionDays", "Say how long the model's provider keeps questions, 0 for not at all.");
        }
        address(details.noticeUrl());
        return details;
    }

    /** Whether the change is one that people were promised something about. */
    static boolean isMaterial(RecipientDetails before, RecipientDetails after) {
        return before.category() != after.category()
                || before.mechanism() != after.mechanism()
                || !Objects.equals(before.country(), after.country())
                || !Objects.equals(before.modelHost(), after.modelHost())
                || keeping(after) > keeping(before);
    }

    private static int keeping(RecipientDetails details) {
        Integer days = details.retentionDays();
        return days == null ? Integer.MAX_VALUE : days;
    }

    private static void country(RecipientDetails details) {
        String country = details.country();
        if (details.mechanism() == Mechanism.OWN_PREMISES && country == null) {
            return;
        }
        if (country == null || !COUNTRIES.contains(country)) {
            throw invalid("country", "Name the country by its two letters, for example FI.");
        }
        if (details.mechanism() == Mechanism.EEA && !isInTheEea(country)) {
            throw new InvalidRecipient(
                    "mechanism",
                    "recipient-mechanism-missing",
                    "Outside the European Economic Area something must make the transfer lawful (Art. 44-49 GDPR).");
        }
    }

    private static void address(@Nullable String url) {
        if (url == null) {
            return;
        }
        try {
            URI address = URI.create(url);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            boolean whole = address.getHost() != null && address.getPort() <= HIGHEST_PORT && address.getPort() != 0;
            if (web && whole && address.getRawUserInfo() == null && url.length() <= 2000) {
                return;
            }
        } catch (IllegalArgumentException notOne) {
            // Said below, as for any other text that is none.
        }
        throw invalid("noticeUrl", "Notices go to an address such as https://partner.example/opendsr/requests.");
    }

    private static RecipientDetails tidied(RecipientDetails given) {
        String country = tidied(given.country());
        String host = tidied(given.modelHost());
        return new RecipientDetails(
                given.name().strip(),
                given.category(),
                tidied(given.address()),
                tidied(given.contact()),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                given.mechanism(),
                given.retentionDays(),
                host == null ? null : host.toLowerCase(Locale.ROOT),
                tidied(given.noticeUrl()));
    }

    private static @Nullable String tidied(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw invalid(field, "Name, address and contact of a recipient must always be known.");
        }
        return text;
    }

    private static void text(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw invalid(field, "This is too long.");
        }
    }

    private static InvalidRecipient invalid(String field, String detail) {
        return new InvalidRecipient(field, "recipient-invalid", detail);
    }
}
