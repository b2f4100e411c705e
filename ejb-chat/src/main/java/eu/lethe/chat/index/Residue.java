package eu.lethe.chat.index;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.opensearch.client.opensearch.indices.IndicesStatsResponse;
import org.opensearch.client.opensearch.indices.SegmentsResponse;
import org.opensearch.client.opensearch.indices.stats.IndexShardStats;

/**
 * What deletions left on the disks at one moment: the segments that hold deleted documents, and how far each copy of a shard had
 * come. Once every retention lease is past that, merging a segment drops them; a segment never changes, so when each of these is
 * gone, they are. Deletions that come later do not matter here.
 *
 * @param reached by copy of a shard, the number of its last operation
 * @param segments those with deleted documents
 */
record Residue(Instant since, Map<Copy, Long> reached, Set<Segment> segments) {

    /** A copy of a shard, as it is called in statistics. */
    record Copy(String index, String shard, String node) {}

    record Segment(Copy copy, String name) {}

    static Residue of(IndicesStatsResponse stats, SegmentsResponse segments, Instant now) {
        Map<Copy, Long> reached = new HashMap<>();
        copies(stats).forEach((copy, shard) -> reached.put(copy, shard.seqNo().maxSeqNo()));
        return new Residue(now, reached, segmentsOf(segments, true));
    }

    boolean isNothing() {
        return segments.isEmpty();
    }

    /** Whether the copies are the same as then; a week that was dropped took everything with it. */
    boolean isOf(IndicesStatsResponse stats) {
        Set<Copy> now = copies(stats).keySet();
        Set<String> weeks = stats.indices().keySet();
        Set<String> then = new HashSet<>();
        reached.keySet().forEach(copy -> then.add(copy.index()));
        return reached.keySet().stream().allMatch(copy -> now.contains(copy) || !weeks.contains(copy.index()))
                && now.stream().allMatch(copy -> reached.containsKey(copy) || !then.contains(copy.index()));
    }

    /** Whether no lease keeps a merge from dropping what was deleted. */
    boolean mayGo(IndicesStatsResponse stats) {
        return isOf(stats)
                && copies(stats).entrySet().stream()
                        .allMatch(copy -> isPast(copy.getValue(), reached.getOrDefault(copy.getKey(), -1L)));
    }

    private static boolean isPast(IndexShardStats shard, long operation) {
        return shard.retentionLeases().leases().stream().allMatch(lease -> lease.retainingSeqNo() > operation);
    }

    boolean isGone(SegmentsResponse now) {
        Set<Segment> there = segmentsOf(now, false);
        return segments.stream().noneMatch(there::contains);
    }

    private static Map<Copy, IndexShardStats> copies(IndicesStatsResponse stats) {
        Map<Copy, IndexShardStats> copies = new HashMap<>();
        stats.indices()
                .forEach((index, one) -> one.shards()
                        .forEach((shard, all) -> all.forEach(copy ->
                                copies.put(new Copy(index, shard, copy.routing().node()), copy))));
        return copies;
    }

    private static Set<Segment> segmentsOf(SegmentsResponse response, boolean onlyWithDeleted) {
        Set<Segment> found = new HashSet<>();
        response.indices()
                .forEach((index, one) -> one.shards()
                        .forEach((shard, all) ->
                                all.forEach(copy -> copy.segments().forEach((name, segment) -> {
                                    if (!onlyWithDeleted || segment.deletedDocs() > 0) {
                                        found.add(new Segment(
                                                new Copy(
                                                        index,
                                                        shard,
                                                        copy.routing().node()),
                                                name));
                                    }
                                }))));
        return found;
    }
}
