package eu.lethe.compliance.requests;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a proof reaches into what was asked. A browser's reaches the requests it filed or that name it, and only words that came
 * without an address: whoever left somebody else's address in a chat must not read that person's requests. An address that was
 * proved reaches what was asked with it as well.
 */
final class Reach {

    static final Reach BROWSER = new Reach(null);

    private final byte @Nullable [] address;

    private Reach(byte @Nullable [] address) {
        this.address = address;
    }

    /** @param words of the request for which the address was proved, or empty if they are gone */
    static Reach ofAddressIn(Optional<RequestWords> words) {
        return words.map(said -> new Reach(said.emailCode())).orElse(BROWSER);
    }

    boolean covers(Link link, Optional<RequestWords> words) {
        return link == Link.NAMED || words.filter(this::isProvedFor).isPresent();
    }

    boolean opens(RequestWords words) {
        return words.emailCode() == null || isProvedFor(words);
    }

    private boolean isProvedFor(RequestWords words) {
        return address != null && Arrays.equals(address, words.emailCode());
    }
}
