package eu.lethe.chat.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Splits a document at its headings and paragraphs into pieces the embedding model sees whole. Sentences stay whole; what is
 * too small to be found on its own joins its neighbour. The same document always gives the same pieces.
 */
public final class Chunker {

    /** Raised whenever the same document would be cut differently: documents are then cut and embedded anew. */
    public static final int VERSION = 1;

    /** In units of a Latin character; about 200 word pieces. */
    static final int MOST = 900;

    static final int FEWEST = 250;

    private record Section(List<String> path, List<String> paragraphs) {}

    private final List<Chunk> chunks = new ArrayList<>();
    private final String title;

    private Chunker(String title) {
        this.title = title;
    }

    public static List<Chunk> chunks(Extracted document) {
        return cutAll(document.title(), merged(sections(document.blocks())));
    }

    /** Keeps small sections apart: each is an answer to a question of its own. */
    public static List<Chunk> chunksApart(Extracted document) {
        return cutAll(document.title(), sections(document.blocks()));
    }

    private static List<Chunk> cutAll(String title, List<Section> sections) {
        var chunker = new Chunker(title);
        sections.forEach(chunker::cut);
        return List.copyOf(chunker.chunks);
    }

    private static List<Section> sections(List<Block> blocks) {
        var sections = new ArrayList<Section>();
        Deque<Block.Heading> open = new ArrayDeque<>();
        var current = new Section(List.of(), new ArrayList<>());
        sections.add(current);
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                while (!open.isEmpty() && open.getLast().level() >= heading.level()) {
                    open.removeLast();
                }
                open.addLast(heading);
                current = new Section(open.stream().map(Block.Heading::text).toList(), new ArrayList<>());
                sections.add(current);
            } else {
                current.paragraphs().add(block.text());
            }
        }
        sections.removeIf(section -> section.paragraphs().isEmpty());
        return sections;
    }

    // Small sections that follow each other become one, under the heading they share; their own headings become text.
    private static List<Section> merged(List<Section> sections) {
        var merged = new ArrayList<Section>();
        for (Section section : sections) {
            Section last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && weight(last) < FEWEST && weight(last) + weight(section) <= MOST) {
                merged.set(merged.size() - 1, join(last, section));
            } else {
                merged.add(section);
            }
        }
        return merged;
    }

    private static Section join(Section first, Section second) {
        List<String> shared = shared(first.path(), second.path());
        var paragraphs = new ArrayList<String>();
        for (Section section : List.of(first, second)) {
            if (section.path().size() > shared.size()) {
                paragraphs.add(String.join(
                        " > ",
                        section.path().subList(shared.size(), section.path().size())));
            }
            paragraphs.addAll(section.paragraphs());
        }
        return new Section(shared, paragraphs);
    }

    private static List<String> shared(List<String> one, List<String> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return one.subList(0, length);
    }

    private static int weight(Section section) {
        return section.paragraphs().stream().mapToInt(Sentences::weight).sum();
    }

    private void cut(Section section) {
        var path = new ArrayList<>(section.path());
        path.add(0, title);
        String heading = String.join(" > ", path);
        var piece = new StringBuilder();
        for (Iterator<String> parts = parts(section).iterator(); parts.hasNext(); ) {
            String part = parts.next();
            if (!piece.isEmpty() && Sentences.weight(piece) + Sentences.weight(part) > MOST) {
                chunks.add(new Chunk(heading, piece.toString().strip()));
                piece.setLength(0);
            }
            piece.append(part);
        }
        String rest = piece.toString().strip();
        if (!rest.isEmpty()) {
            chunks.add(new Chunk(heading, rest));
        }
    }

    // Whole paragraphs where they fit; else their sentences, each with what parts it from the next.
    private static List<String> parts(Section section) {
        var parts = new ArrayList<String>();
        for (String paragraph : section.paragraphs()) {
            if (Sentences.weight(paragraph) <= MOST) {
                parts.add(paragraph + "\n");
            } else {
                parts.addAll(Sentences.of(paragraph));
                parts.add("\n");
            }
        }
        return parts;
    }
}
