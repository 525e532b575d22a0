package io.heed.jobs.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.jobs.backtest.SideResults;
import io.heed.jobs.commands.reporting.ReplayLedger;
import io.heed.jobs.commands.reporting.ReplayNews;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.evaluation.Evaluation;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a recording through the job, once for each side of a backtest, and tells how far it is. */
final class BacktestRuns {
    private final Screen screen;
    private final InstantSource clock;
    private final int parallelism;

    /**
     * What one run gave.
     *
     * @param evaluation the figures against the recorded causes, null where they are not recorded
     */
    record Side(
            SideResults results, JobTotals totals, @Nullable ObjectNode evaluation) {}

    BacktestRuns(Screen screen, InstantSource clock, int parallelism) {
        this.screen = screen;
        this.clock = clock;
        this.parallelism = parallelism;
    }

    Side run(String name, JobConfiguration configuration, WorkspaceSnapshot workspace, SideResults results)
            throws IOException, JobFailedException {
        screen.tell(screen.styled(Style.BOLD, "The " + name + " definitions:"));
        long began = clock.millis();
        ReplayLedger ledger = new ReplayLedger();
        ReplayNews news = new ReplayNews(screen, ledger, () -> clock.millis() - began);
        Evaluation evaluation = RecordedCauses.beside(configuration.input().files());
        JobTotals totals = new EmbeddedFlink(parallelism)
                .replay(
                        new ProactiveCareJob(configuration, workspace, List.of(), began),
                        result -> {
                            results.add(result);
                            ledger.add(result);
                            if (evaluation != null) {
                                evaluation.add(result);
                            }
                        },
                        news::reached);
        screen.endLiveLine();
        if (!totals.addUp()) {
            screen.tell(screen.styled(
                    Style.RED,
                    "The counts do NOT add up: " + Figures.count(totals.records()) + " came in, "
                            + Figures.count(totals.accountedFor()) + " are accounted for."));
        }
        return new Side(results, totals, evaluation == null ? null : evaluation.report());
    }
}
