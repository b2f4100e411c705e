package eu.lethe.chat.crawling;

import org.jspecify.annotations.Nullable;

/** What a server said a page's version is, sent back so that it need not send the page again. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    static final Validators NONE = new Validators(null, null);
}
