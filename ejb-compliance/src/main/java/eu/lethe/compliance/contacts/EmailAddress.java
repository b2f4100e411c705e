package eu.lethe.compliance.contacts;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address that a letter can be sent to, as it was given.
 *
 * @param text no white space and nothing that would make two addresses of it
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;

    // Only a sanity check: whether an address exists shows when mail arrives.
    private static final Pattern FORM =
            Pattern.compile("[^\\s\\p{Cntrl}@<>\"(),:;\\\\\\[\\]]+@[^\\s\\p{Cntrl}@<>\"(),:;\\\\\\[\\]]+");

    /** Empty if it cannot be an address. */
    public static Optional<EmailAddress> of(String given) {
        String text = given.strip();
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new EmailAddress(text));
    }

    /**
     * The form in which two spellings of one address are the same. Addresses that two people may have stay two: an international
     * domain is only decoded, never mapped, since the mapping makes one of domains that are different (RFC 5895, IDNA2008: ß, ς).
     */
    public String comparable() {
        int at = text.lastIndexOf('@');
        String domain = Stream.of(text.substring(at + 1).split("\\.", -1))
                .map(EmailAddress::decoded)
                .collect(Collectors.joining("."));
        return folded(text.substring(0, at)) + '@' + domain;
    }

    private static String decoded(String label) {
        String folded = folded(label);
        return folded.startsWith("xn--") ? folded(IDN.toUnicode(folded)) : folded;
    }

    private static String folded(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Never the address: it would end up in logs. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
