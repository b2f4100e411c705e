package eu.lethe.compliance.retention;

import java.util.List;
import java.util.UUID;

/**
 * Which rule decides about one thing a store holds, and which others would have.
 *
 * @param entity such as a conversation
 * @param others in the order in which they would win
 */
public record Ruling(String store, UUID entity, Rule winner, List<Rule> others) {

    static Ruling among(String store, UUID entity, List<Rule> rules) {
        List<Rule> ordered = rules.stream().sorted(Rule.STRONGEST_FIRST).toList();
        return new Ruling(store, entity, ordered.get(0), ordered.subList(1, ordered.size()));
    }
}
