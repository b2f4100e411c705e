package eu.lethe.chat.crawling;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param location where it was found after all redirects
 * @param mediaType lower case, without parameters, empty if the server does not say
 * @param robots the {@code X-Robots-Tag} header, lower case, or empty
 */
public record WebResponse(
        URI location,
        int status,
        String mediaType,
        @Nullable String charset,
        @Nullable String etag,
        @Nullable String lastModified,
        String robots,
        byte[] body) {

    boolean unchanged() {
        return status == 304;
    }

    boolean html() {
        return mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
    }
}
