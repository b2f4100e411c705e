package eu.lethe.compliance.contacts;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** The form in which two spellings of one address are the same. */
    public String comparable() {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        return lower.substring(0, at + 1) + ascii(lower.substring(at + 1));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException notADomain) {
            return domain;
        }
    }

    /** Never the address: it would end up in logs. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
