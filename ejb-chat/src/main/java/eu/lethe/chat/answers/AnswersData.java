package eu.lethe.chat.answers;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.personaldata.Talk;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;

/**
 * Answers that are being given at this moment: nothing is on disk, but what a model is asked and says is about the person too.
 * Erasing ends the call to the provider and the visitor's stream (SEED-C25).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AnswersData implements PersonalDataStore {

    @Inject
    private Assistant assistant;

    @Override
    public String name() {
        return "answers-under-way";
    }

    @Override
    public StoreKind kind() {
        return StoreKind.MEMORY;
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return people.stream().mapToLong(person -> assistant.underWay(person)).sum();
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        return people.stream().mapToLong(person -> assistant.abandon(person)).sum();
    }

    @Override
    public boolean holdsConversations() {
        return true;
    }

    @Override
    public long count(Talk talk) {
        return assistant.underWay(talk.subject().id(), talk.conversation());
    }

    @Override
    public long erase(Talk talk, int atMost) {
        return assistant.abandon(talk.subject().id(), talk.conversation());
    }
}
