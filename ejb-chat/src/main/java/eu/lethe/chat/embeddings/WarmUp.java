package eu.lethe.chat.embeddings;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Loads the model at deployment: the first visitor does not wait for it, and a server without ONNX Runtime refuses the EAR. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WarmUp {

    @Inject
    Embeddings embeddings;

    @PostConstruct
    void load() {
        embeddings.embed("Where do I find the opening hours?");
    }
}
