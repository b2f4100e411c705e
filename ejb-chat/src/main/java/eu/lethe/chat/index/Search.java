package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import java.util.UUID;

/**
 * A question as the index takes it.
 *
 * @param limit matches wanted of each half
 */
public record Search(AccountId account, UUID site, String language, String text, float[] vector, int limit) {}
