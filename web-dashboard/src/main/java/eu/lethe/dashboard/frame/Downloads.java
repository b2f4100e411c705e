package eu.lethe.dashboard.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Gives the browser a file in place of a page. The button that asks for it must not be an Ajax one. */
@ApplicationScoped
public class Downloads {

    /** Writes a file; if it refuses before the first byte, the page is shown with the refusal. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    public void send(String name, String mediaType, Content content) {
        var faces = FacesContext.getCurrentInstance();
        try {
            content.to(new Answer(faces.getExternalContext(), name, mediaType));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
    }

    /** Says that it is a file only when there is something in it. */
    private static final class Answer extends OutputStream {

        private final ExternalContext response;
        private final String name;
        private final String mediaType;
        private boolean begun;

        Answer(ExternalContext response, String name, String mediaType) {
            this.response = response;
            this.name = name;
            this.mediaType = mediaType;
        }

        @Override
        public void write(int octet) throws IOException {
            body().write(octet);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            body().write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            if (begun) {
                body().flush();
            }
        }

        private OutputStream body() throws IOException {
            if (!begun) {
                begun = true;
                response.setResponseContentType(mediaType);
                response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
                response.setResponseHeader("Cache-Control", "no-store");
            }
            return response.getResponseOutputStream();
        }
    }
}
