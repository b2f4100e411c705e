package eu.lethe.dashboard.frame;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts the quiet exception handler before the one of Faces (faces-config.xml). */
public class QuietExceptionHandlerFactory extends ExceptionHandlerFactory {

    public QuietExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new QuietExceptionHandler(getWrapped().getExceptionHandler());
    }
}
