package io.heed.jobs.change;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeRecord;
import io.heed.events.change.DefinitionKind;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.change.ChangeVerdict.Outcome;
import io.heed.jobs.workspace.DeploymentCheck;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.repository.Deployment;
import io.heed.models.scoring.ScoringFailedException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Judges the entries of a change log, in their order. What it accepts, everybody can take in. */
public final class ChangeReview {
    private final DefinitionTimeline timeline;
    private final BiConsumer<Deployment, FeatureDefinitions> proof;

    /**
     * A review by what is in force so far; it takes in what it accepts.
     *
     * @param proof loads and tests what a change deploys among the features of its time, and throws where it cannot
     *     serve
     */
    public ChangeReview(DefinitionTimeline timeline, BiConsumer<Deployment, FeatureDefinitions> proof) {
        this.timeline = timeline;
        this.proof = proof;
    }

    /** A review in a workspace, in whose repository the versions of models lie. */
    public static ChangeReview in(WorkspaceSnapshot workspace, DefinitionTimeline timeline) {
        return new ChangeReview(
                timeline,
                (deployment, features) -> DeploymentCheck.prove(workspace.repository(), deployment, features));
    }

    /**
     * Judges an entry.
     *
     * @param number its place in the log
     * @param text what stands there
     * @param closedUntilMillis up to this event time work may have been done already, so that no change can begin there
     */
    public ChangeVerdict review(long number, String text, long closedUntilMillis) {
        Change change = null;
        try {
            change = ChangeRecord.read(number, text);
            if (change.effectiveMillis() <= closedUntilMillis) {
                return refused(
                        number,
                        change,
                        List.of("at is too early, since events of that time may have been handled: "
                                + Instant.ofEpochMilli(change.effectiveMillis()) + " (legal: after "
                                + Instant.ofEpochMilli(closedUntilMillis) + ")"));
            }
            if (change.kind() == DefinitionKind.MODEL) {
                proof.accept(
                        Deployment.read(change.name(), "change " + number, change.definition()),
                        timeline.featuresAt(change.effectiveMillis()));
            }
            boolean isNew = timeline.apply(change);
            return isNew
                    ? new ChangeVerdict(number, change, Outcome.ACCEPTED, List.of())
                    : new ChangeVerdict(
                            number,
                            change,
                            Outcome.SUPERSEDED,
                            List.of(
                                    change.kind() == DefinitionKind.FEATURE
                                            ? "it is in force just so"
                                            : "the workspace holds this version or a later one"));
        } catch (InvalidDefinitionsException invalid) {
            return refused(number, change, invalid.problems());
        } catch (IllegalArgumentException | ScoringFailedException unfit) {
            return refused(number, change, List.of(String.valueOf(unfit.getMessage())));
        }
    }

    private static ChangeVerdict refused(long number, @Nullable Change change, List<String> reasons) {
        return new ChangeVerdict(number, change, Outcome.REFUSED, reasons);
    }
}
