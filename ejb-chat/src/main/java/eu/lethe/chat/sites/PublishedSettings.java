package eu.lethe.chat.sites;

import eu.lethe.compliance.erasure.PublishedTexts;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every visitor of a site reads before saying anything, suggested questions above all. */
@Stateless
@Interceptors(AccountScope.class)
public class PublishedSettings implements PublishedTexts {

    @PersistenceContext
    EntityManager em;

    @Override
    public Set<String> among(AccountId account, Set<String> words) {
        String said = em.createNamedQuery("Site.all", Site.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(site -> site.published().settings())
                .flatMap(settings -> Stream.concat(
                        settings.suggestions().stream(),
                        Stream.of(settings.name(), settings.greeting(), settings.privacyUrl(), settings.contactUrl())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> said.contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
