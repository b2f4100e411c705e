package eu.lethe.compliance.mail;

import java.util.UUID;

/** A letter in readable form, in memory, for as long as it takes to hand it over. */
public record Opened(UUID id, String to, String subject, String text) {

    /** Never what is in it: it would end up in logs. */
    @Override
    public String toString() {
        return "letter " + id;
    }
}
