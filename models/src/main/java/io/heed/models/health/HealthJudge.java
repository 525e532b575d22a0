package io.heed.models.health;

import io.heed.models.health.ModelHealth.DriftReport;
import io.heed.models.health.ModelHealth.Shown;
import io.heed.models.repository.Histogram;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges what was counted of a version. */
public final class HealthJudge {
    private final HealthLimits limits;
    private final long enoughPredictions;
    private final QualityFigures figures;

    /**
     * A judge.
     *
     * @param enoughPredictions with fewer nothing is said of drift
     */
    public HealthJudge(HealthLimits limits, long enoughPredictions) {
        this.limits = limits;
        this.enoughPredictions = enoughPredictions;
        this.figures = new QualityFigures(limits);
    }

    ModelHealth judge(Serving serving, TrainedVersion trained, long fromMillis, long toMillis, HealthCounts counts) {
        return new ModelHealth(
                serving,
                trained.hash(),
                trained.target(),
                trained.threshold(),
                fromMillis,
                toMillis,
                counts.predictions(),
                Rounded.of(counts.effectivePredictions()),
                counts.predictions() < enoughPredictions ? null : drift(trained, counts),
                figures.estimated(counts.predicted()),
                shown(counts),
                figures.observed(counts.control()),
                figures.observed(counts.untreated()),
                counts.treated());
    }

    private @Nullable DriftReport drift(TrainedVersion trained, HealthCounts counts) {
        if (trained.effectiveRows() < 1) {
            return null;
        }
        List<String> names = trained.names();
        DriftTest test = new DriftTest(limits, names.size() + 1);
        double rows = trained.effectiveRows();
        double seen = counts.effectivePredictions();
        SortedMap<String, Drift> features = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            long[] before = bins(trained.features().get(i));
            features.put(names.get(i), test.drift(before, rows, counts.feature(i), seen));
        }
        return new DriftReport(test.drift(bins(trained.score()), rows, counts.score(), seen), features);
    }

    private Shown shown(HealthCounts counts) {
        if (counts.treated() == 0) {
            return Shown.UNTREATED;
        }
        return counts.control().rows() >= limits.fewestLabels() ? Shown.CONTROL : Shown.UNTREATED_REST;
    }

    /** A histogram's counts, the absent values last. */
    private static long[] bins(Histogram histogram) {
        long[] bins = new long[histogram.counts().size() + 1];
        for (int i = 0; i < bins.length - 1; i++) {
            bins[i] = histogram.counts().get(i);
        }
        bins[bins.length - 1] = histogram.absent();
        return bins;
    }
}
