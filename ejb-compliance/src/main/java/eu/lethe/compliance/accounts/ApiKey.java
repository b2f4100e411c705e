package eu.lethe.compliance.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret of an API client: 256 random bits behind a mark by which secret scanners recognise it. */
record ApiKey(String text) {

    private static final String MARK = "lethe_";
    private static final int BYTES = 32;
    private static final int SHOWN = 12;
    private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ApiKey(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty if no key looks like this. */
    static Optional<ApiKey> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApiKey(text)) : Optional.empty();
    }

    /** Enough to recognise the key by, far too little to guess the rest. */
    String beginning() {
        return text.substring(0, SHOWN);
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return beginning() + "…";
    }
}
