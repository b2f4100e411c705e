package eu.lethe.compliance.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the verifier was asked. */
record VerifyOptions(
        boolean audit,
        String file,
        @Nullable String key,
        @Nullable String code,
        @Nullable String seals) {

    private static final Set<String> OF_CERTIFICATE = Set.of("--key", "--code");
    private static final Set<String> OF_AUDIT = Set.of("--key", "--seals");

    static Optional<VerifyOptions> of(String... arguments) {
        boolean audit = arguments.length > 0 && arguments[0].equals("audit");
        int first = audit ? 1 : 0;
        if (arguments.length <= first || arguments[first].startsWith("--") || (arguments.length - first) % 2 == 0) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        for (int i = first + 1; i < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        if (!(audit ? OF_AUDIT : OF_CERTIFICATE).containsAll(named.keySet())) {
            return Optional.empty();
        }
        return Optional.of(new VerifyOptions(
                audit, arguments[first], named.get("--key"), named.get("--code"), named.get("--seals")));
    }
}
