package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;

/** A passage as the index keeps it. Published content only: nothing about a person goes into this index. */
public record IndexedPassage(
        UUID id,
        AccountId account,
        UUID site,
        UUID source,
        UUID document,
        int ordinal,
        String language,
        String title,
        String heading,
        String text,
        String location,
        float[] vector) {}
