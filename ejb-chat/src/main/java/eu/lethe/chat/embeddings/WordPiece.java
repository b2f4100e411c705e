package eu.lethe.chat.embeddings;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the word pieces a BERT model was trained on. Our own, because the native tokenizers can be loaded once per
 * JVM only, which breaks the second deployment.
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final boolean lowerCase;
    private final int unknown;
    private final int start;
    private final int end;

    WordPiece(Map<String, Integer> vocabulary, boolean lowerCase) {
        this.vocabulary = vocabulary;
        this.lowerCase = lowerCase;
        this.unknown = special("[UNK]");
        this.start = special("[CLS]");
        this.end = special("[SEP]");
    }

    /** Reads a {@code tokenizer.json}. */
    static WordPiece from(InputStream tokenizer) {
        // Not closed: a Jsonb holds nothing but its settings, and its close() throws every kind of exception.
        Jsonb jsonb = JsonbBuilder.create();
        TokenizerFile file;
        try {
            file = jsonb.fromJson(tokenizer, TokenizerFile.class);
        } catch (JsonbException e) {
            throw new IllegalStateException("tokenizer.json cannot be read", e);
        }
        if (file.model() == null || !"WordPiece".equals(file.model().type())) {
            throw new IllegalStateException("tokenizer.json is not a WordPiece tokenizer");
        }
        boolean lowerCase = file.normalizer() == null || file.normalizer().lowercase();
        return new WordPiece(Map.copyOf(file.model().vocab()), lowerCase);
    }

    /** The ids of a text between start and end marks, at most {@code limit} of them. */
    long[] ids(String text, int limit) {
        List<Integer> ids = new ArrayList<>();
        ids.add(start);
        for (String word : words(text)) {
            addPieces(word, ids);
            if (ids.size() >= limit) {
                break;
            }
        }
        int length = Math.min(ids.size(), limit - 1);
        long[] result = new long[length + 1];
        for (int i = 0; i < length; i++) {
            result[i] = ids.get(i);
        }
        result[length] = end;
        return result;
    }

    private void addPieces(String word, List<Integer> ids) {
        int before = ids.size();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer id = null;
            while (to > from) {
                String piece = word.substring(from, to);
                id = vocabulary.get(from == 0 ? piece : "##" + piece);
                if (id != null) {
                    break;
                }
                to--;
            }
            if (id == null) {
                ids.subList(before, ids.size()).clear();
                ids.add(unknown);
                return;
            }
            ids.add(id);
            from = to;
        }
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        clean(text).codePoints().forEach(c -> {
            boolean alone = isPunctuation(c) || isIdeograph(c);
            if (alone || Character.isWhitespace(c)) {
                finish(word, words);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (!Character.isWhitespace(c)) {
                word.appendCodePoint(c);
            }
        });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            boolean tooLong = word.codePointCount(0, word.length()) > LONGEST_WORD;
            // U+0000 is never in a vocabulary: the word becomes the unknown piece.
            words.add(tooLong ? "\0" : word.toString());
            word.setLength(0);
        }
    }

    private String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isDropped(c)).forEach(c -> kept.appendCodePoint(isSpace(c) ? ' ' : c));
        if (!lowerCase) {
            return kept.toString();
        }
        StringBuilder bare = new StringBuilder(kept.length());
        Normalizer.normalize(kept, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isDropped(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int c) {
        return Character.isIdeographic(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private int special(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("tokenizer.json has no " + piece);
        }
        return id;
    }

    /** The part of a {@code tokenizer.json} that matters here. */
    public record TokenizerFile(
            @Nullable TokenizerNormalizer normalizer,
            @Nullable TokenizerModel model) {}

    public record TokenizerNormalizer(boolean lowercase) {}

    public record TokenizerModel(String type, Map<String, Integer> vocab) {}
}
