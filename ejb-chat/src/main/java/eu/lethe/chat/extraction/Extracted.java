package eu.lethe.chat.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a file or page.
 *
 * @param language BCP 47 as the document itself declares it, or null
 */
public record Extracted(String title, @Nullable String language, List<Block> blocks) {

    public Extracted {
        blocks = List.copyOf(blocks);
    }

    /** Of text; headings alone say nothing that could be quoted. */
    int characters() {
        return blocks.stream()
                .filter(Block.Text.class::isInstance)
                .mapToInt(block -> block.text().length())
                .sum();
    }
}
