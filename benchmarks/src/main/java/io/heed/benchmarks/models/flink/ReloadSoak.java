package io.heed.benchmarks.models.flink;

import io.heed.benchmarks.memory.ResidentMemory;
import io.heed.benchmarks.models.TreesWorkspace;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.Arms;
import io.heed.models.prediction.Prediction;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.Aliases.Share;
import io.heed.models.repository.Deployment;
import io.heed.models.scoring.ModelRegistry;
import java.util.List;
import java.util.Objects;

/** Exchanges the versions of a model again and again in a job at work, and looks at every score and at the memory. */
final class ReloadSoak {
    private final SoakInput input;
    private final long[] residentKilobytes;
    private long predictions;
    private long wrong;

    private ReloadSoak(SoakInput input) {
        this.input = input;
        this.residentKilobytes = new long[input.deployments().size() + 1];
    }

    /**
     * What was seen.
     *
     * @param events how many came in
     * @param handled how many were handled
     * @param wrongArms how many predictions were not of the version and arm that their time and customer ask for
     * @param modelsLeft how many models were still loaded in the end
     * @param firstResidentMegabytes memory of the process, mean over the first fifth of the exchanges
     * @param lastResidentMegabytes the same over the last fifth
     */
    record Seen(
            int exchanges,
            long events,
            long handled,
            long predictions,
            long wrongArms,
            int modelsLeft,
            double firstResidentMegabytes,
            double lastResidentMegabytes,
            double seconds) {}

    static Seen run(TreesWorkspace workspace, SoakInput input, int parallelism) throws Exception {
        ReloadSoak soak = new ReloadSoak(input);
        JobConfiguration configuration = JobConfiguration.replaying(
                        workspace.folder().toString(), List.of(input.events().toString()))
                .withChanges(ChangeOptions.in(input.changes().toString()));
        long began = System.nanoTime();
        JobTotals totals = new EmbeddedFlink(parallelism)
                .replay(
                        new ProactiveCareJob(
                                configuration,
                                WorkspaceFiles.snapshot(configuration.workspace()),
                                List.of(),
                                System.currentTimeMillis()),
                        soak::look,
                        totalsSoFar -> {});
        return soak.seen(totals, (System.nanoTime() - began) / 1e9);
    }

    private void look(CareResult result) {
        if (result instanceof CareResult.Predicted predicted) {
            Prediction prediction = predicted.prediction();
            predictions++;
            int exchange = Math.min(SoakInput.exchangeAt(prediction.timeMillis()), residentKilobytes.length - 1);
            if (!isDue(prediction, exchange)) {
                wrong++;
            }
            if (residentKilobytes[exchange] == 0) {
                residentKilobytes[exchange] = ResidentMemory.kilobytes();
            }
        }
    }

    private boolean isDue(Prediction prediction, int exchange) {
        Deployment deployment = exchange == 0 ? null : input.deployments().get(exchange - 1);
        Aliases aliases = deployment == null ? Aliases.champion(1) : deployment.aliases();
        Share challenger = aliases.challenger();
        boolean challenged =
                challenger != null && Arms.position(TreesWorkspace.MODEL, prediction.customer()) < challenger.share();
        int version =
                challenged ? Objects.requireNonNull(challenger).version() : Objects.requireNonNull(aliases.champion());
        return prediction.version() == version
                && prediction.arm() == (challenged ? Arm.CHALLENGER : Arm.CHAMPION)
                && (deployment == null
                        || prediction.modelHash().equals(deployment.hashes().get(version)));
    }

    private Seen seen(JobTotals totals, double seconds) {
        int exchanges = input.deployments().size();
        int fifth = Math.max(1, exchanges / 5);
        return new Seen(
                exchanges,
                totals.records(),
                totals.of("handled"),
                predictions,
                wrong,
                ModelRegistry.shared().size(),
                megabytes(1, fifth),
                megabytes(exchanges - fifth + 1, exchanges),
                seconds);
    }

    private double megabytes(int from, int until) {
        double sum = 0;
        for (int exchange = from; exchange <= until; exchange++) {
            sum += residentKilobytes[exchange] / 1024.0;
        }
        return sum / (until - from + 1);
    }
}
