package eu.lethe.chat.answers;

import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

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
    public long count(Subject subject) {
        return assistant.underWay(subject);
    }

    @Override
    public long erase(Subject subject) {
        return assistant.abandon(subject);
    }
}
