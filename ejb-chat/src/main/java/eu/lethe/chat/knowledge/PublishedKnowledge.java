package eu.lethe.chat.knowledge;

import eu.lethe.compliance.erasure.PublishedTexts;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account's knowledge says, word for word. */
@Stateless
@Interceptors(AccountScope.class)
public class PublishedKnowledge implements PublishedTexts {

    @PersistenceContext
    EntityManager em;

    // "offset 0" has each text turned to lower case once, not once a word.
    @Override
    public Set<String> among(AccountId account, Set<String> words) {
        List<?> rows = em.createNativeQuery(
                        "select distinct w.word from (select lower(p.heading || ' ' || p.text) as text"
                                + " from chat.passage p where p.account_id = ?1 union all select lower(d.title) from chat.document d"
                                + " where d.account_id = ?1 offset 0) said join unnest(string_to_array(?2, chr(10))) as w (word)"
                                + " on strpos(said.text, w.word) > 0")
                .setParameter(1, account.value())
                .setParameter(2, words.stream().map(PublishedKnowledge::folded).collect(Collectors.joining("\n")))
                .getResultList();
        Set<String> found = rows.stream().map(String.class::cast).collect(Collectors.toSet());
        return words.stream().filter(word -> found.contains(folded(word))).collect(Collectors.toSet());
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
