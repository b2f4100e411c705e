package eu.lethe.chat.extraction;

import org.jspecify.annotations.Nullable;

/**
 * Something to read.
 *
 * @param name file name or last part of the URL; its ending only decides where the content does not
 * @param mediaType what the server that sent it calls it, without parameters, or null
 * @param charset what the server says about the encoding, or null
 */
public record Material(
        String name, @Nullable String mediaType, @Nullable String charset, byte[] content) {

    public static Material file(String name, byte[] content) {
        return new Material(name, null, null, content);
    }
}
