package eu.lethe.chat.knowledge;

import eu.lethe.chat.crawling.WebResponse;
import eu.lethe.chat.extraction.Block;
import eu.lethe.chat.extraction.Chunk;
import eu.lethe.chat.extraction.Chunker;
import eu.lethe.chat.extraction.Extracted;
import eu.lethe.chat.extraction.Extraction;
import eu.lethe.chat.extraction.Languages;
import eu.lethe.chat.extraction.Material;
import eu.lethe.chat.extraction.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Makes documents of what was fetched, uploaded or typed. */
@ApplicationScoped
class Reader {

    private static final String UNKNOWN = "und";

    @Inject
    Extraction extraction;

    SyncRuns.Reading page(URI location, WebResponse response, String language) throws Refused {
        String path = String.valueOf(location.getPath());
        String name = path.substring(path.lastIndexOf('/') + 1);
        var material = new Material(name, response.mediaType(), response.charset(), response.body());
        Extracted extracted = extraction.read(material);
        return new SyncRuns.Reading(
                location.toString(),
                extracted.title(),
                language(language, extracted),
                Chunker.chunks(extracted),
                response.body().length,
                response.etag(),
                response.lastModified());
    }

    SyncRuns.Reading material(SyncRuns.Job job) throws Refused {
        Extracted extracted = switch (job.kind()) {
            case FAQ -> Questions.read(job.name(), job.content());
            case TEXT -> Extraction.text(job.name(), text(job), null);
            default -> extraction.read(Material.file(String.valueOf(job.fileName()), job.content()));
        };
        List<Chunk> chunks = job.kind() == SourceKind.FAQ ? Chunker.chunksApart(extracted) : Chunker.chunks(extracted);
        return new SyncRuns.Reading(
                job.location(),
                extracted.title(),
                language(job.language(), extracted),
                chunks,
                job.content().length,
                null,
                null);
    }

    private static String text(SyncRuns.Job job) {
        return new String(job.content(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String language(String wanted, Extracted extracted) {
        if (!wanted.equals(Source.AUTO)) {
            return wanted;
        }
        String text = extracted.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
        String found = Languages.decide(extracted.language(), text);
        return found == null ? UNKNOWN : found;
    }
}
