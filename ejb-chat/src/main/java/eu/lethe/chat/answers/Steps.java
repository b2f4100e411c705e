package eu.lethe.chat.answers;

import eu.lethe.chat.extracts.Extract;
import eu.lethe.chat.llm.ModelChoice;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.sites.SiteSettings;
import eu.lethe.compliance.kernel.AccountId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a reply asks of other components, and the threads it may block while they work.
 *
 * @param find the passages for a question that can stand alone
 * @param extract the sentences in them that answer it
 * @param model asked anew for each answer, because the account may have closed the way
 */
record Steps(
        Executor workers,
        Function<Asked, Optional<SiteSettings>> site,
        BiFunction<Asked, String, Findings> find,
        BiFunction<String, Findings, Extract> extract,
        Function<AccountId, ModelChoice> model) {}
