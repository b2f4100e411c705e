package eu.lethe.chat.knowledge;

import eu.lethe.chat.crawling.CrawlPlan;
import eu.lethe.chat.crawling.CrawlSink;
import eu.lethe.chat.crawling.Crawler;
import eu.lethe.chat.crawling.Unreachable;
import eu.lethe.chat.crawling.Validators;
import eu.lethe.chat.crawling.WebAddresses;
import eu.lethe.chat.crawling.WebResponse;
import eu.lethe.chat.extraction.Refused;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Brings sources up to date: fetches, reads and cuts, and leaves the documents to the indexer. */
@ApplicationScoped
class Synchroniser {

    private static final System.Logger LOG = System.getLogger(Synchroniser.class.getName());
    private static final int AT_ONCE = 2;

    @Inject
    SyncRuns runs;

    @Inject
    Reader reader;

    @Inject
    Crawler crawler;

    @Resource
    ManagedExecutorService threads;

    private final Map<SyncRuns.Claim, Task> running = new ConcurrentHashMap<>();

    /** Runs of this node that have lost their source. */
    private final Set<SyncRuns.Claim> lost = ConcurrentHashMap.newKeySet();

    /** Takes what waits, as far as there is room. Called often. */
    void wake() {
        running.forEach(this::lookAfter);
        int room = AT_ONCE - running.size();
        if (room > 0) {
            for (SyncRuns.Claim claim : runs.claim(room)) {
                running.put(claim, new Task(() -> run(claim)).startedOn(threads));
            }
        }
    }

    private void lookAfter(SyncRuns.Claim claim, Task task) {
        if (task.isOver()) {
            running.remove(claim);
            lost.remove(claim);
            return;
        }
        task.ensureStarted(threads);
        if (!runs.renew(claim.account(), claim.source(), claim.run())) {
            lost.add(claim);
        }
    }

    private void run(SyncRuns.Claim claim) {
        try {
            synchronise(claim);
        } catch (RunOver over) {
            LOG.log(
                    Level.INFO,
                    "Synchronisation of source {0} was given up: it is removed or taken over",
                    claim.source());
        } catch (InterruptedException stopped) {
            // The server stops; the lease runs out and somebody goes on.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError failed) {
            // An executor would swallow it, and the source would be tried again and again without a word.
            LOG.log(Level.ERROR, "Synchronisation of source " + claim.source() + " failed", failed);
            fail(claim, "internal-error");
        }
    }

    private void synchronise(SyncRuns.Claim claim) throws InterruptedException {
        SyncRuns.Job job = runs.job(claim.account(), claim.source(), claim.run());
        try {
            if (job.kind() == SourceKind.WEBSITE || job.kind() == SourceKind.SITEMAP) {
                crawler.crawl(plan(job), new Sink(claim, job), threads);
            } else {
                runs.store(claim.account(), claim.source(), claim.run(), reader.material(job));
            }
            runs.finish(claim.account(), claim.source(), claim.run());
        } catch (Unreachable unreachable) {
            fail(claim, unreachable.code());
        } catch (Refused refused) {
            runs.refused(
                    claim.account(), claim.source(), claim.run(), job.location(), job.content().length, refused.code());
            fail(claim, refused.code());
        }
    }

    private void fail(SyncRuns.Claim claim, String code) {
        try {
            runs.fail(claim.account(), claim.source(), claim.run(), code);
            LOG.log(Level.INFO, "Source {0} could not be synchronised: {1}", claim.source(), code);
        } catch (RunOver over) {
            LOG.log(Level.DEBUG, "Source {0} is gone", claim.source());
        }
    }

    private static CrawlPlan plan(SyncRuns.Job job) {
        var known = new HashMap<URI, Validators>();
        job.known()
                .forEach((location, version) -> WebAddresses.canonical(location)
                        .ifPresent(uri -> known.put(uri, new Validators(version.etag(), version.lastModified()))));
        return new CrawlPlan(URI.create(job.location()), job.kind() == SourceKind.SITEMAP, job.maxPages(), known);
    }

    /** Turns what the crawler finds into documents. */
    private final class Sink implements CrawlSink {

        private final SyncRuns.Claim claim;
        private final SyncRuns.Job job;

        Sink(SyncRuns.Claim claim, SyncRuns.Job job) {
            this.claim = claim;
            this.job = job;
        }

        @Override
        public void found(URI location, WebResponse response) {
            try {
                var reading = reader.page(location, response, job.language());
                runs.store(claim.account(), claim.source(), claim.run(), reading);
            } catch (Refused refused) {
                runs.refused(
                        claim.account(),
                        claim.source(),
                        claim.run(),
                        location.toString(),
                        response.body().length,
                        refused.code());
            }
        }

        @Override
        public void unchanged(URI location) {
            runs.unchanged(claim.account(), claim.source(), claim.run(), location.toString());
        }

        @Override
        public void failed(URI location, String code) {
            runs.unreachable(claim.account(), claim.source(), claim.run(), location.toString(), code);
        }

        @Override
        public boolean wanted() {
            return !lost.contains(claim);
        }
    }
}
