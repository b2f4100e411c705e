package eu.lethe.chat.llm;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Reads the model's settings at deployment: an operator hears of a wrong one at once, not from the first visitor. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ModelsAtStart {

    @Inject
    LanguageModels models;

    @PostConstruct
    void read() {
        models.isConfigured();
    }
}
