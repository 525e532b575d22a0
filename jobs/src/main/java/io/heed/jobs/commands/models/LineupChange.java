package io.heed.jobs.commands.models;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.Lineup;
import io.heed.events.change.Running;
import io.heed.jobs.change.ChangeDesk;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes changes of one model: what serves next, by what serves after all changes so far. */
final class LineupChange {
    private final ChangeDesk desk;
    private final String model;

    LineupChange(ChangeDesk desk, String model) {
        this.desk = desk;
        this.model = model;
        if (!desk.workspace().repository().names().contains(model)) {
            throw new IllegalArgumentException("there is no such model: " + model + " (models: "
                    + desk.workspace().repository().names() + ")");
        }
    }

    /** What serves after all changes so far, or null where nothing does. */
    @Nullable
    Aliases current() {
        Deployment deployment = deployment(desk.timeline().models().last());
        return deployment == null ? null : deployment.aliases();
    }

    /**
     * What served before what serves now.
     *
     * @throws IllegalArgumentException if there was nothing
     */
    Aliases before() {
        List<Deployment> served = new ArrayList<>();
        DefinitionHistory<Deployment> models = desk.timeline().models();
        for (Lineup<Deployment> lineup : models.lineups().values()) {
            Deployment deployment = deployment(lineup);
            if (deployment != null
                    && (served.isEmpty() || !served.get(served.size() - 1).equals(deployment))) {
                served.add(deployment);
            }
        }
        if (served.size() < 2) {
            throw new IllegalArgumentException("nothing served before what serves now: " + model
                    + " (legal: ./heed models promote " + model + " VERSION)");
        }
        return served.get(served.size() - 2).aliases();
    }

    /**
     * Whether the model reads messages, so that it has a champion alone.
     *
     * @param version one of its versions, null for whatever serves
     */
    boolean isOfText(@Nullable Integer version) {
        Deployment deployment = deployment(desk.timeline().models().last());
        if (deployment != null) {
            return deployment.isOfText();
        }
        ModelRepository repository = desk.workspace().repository();
        return version != null
                && repository.versions(model).contains(version)
                && ModelDirectory.read(repository.folder(model, version))
                                .contract()
                                .kind()
                        == ModelKind.TEXT;
    }

    /** The change that lets these serve from a time on. */
    Change to(Aliases aliases, long effectiveMillis) {
        List<Integer> versions = desk.workspace().repository().versions(model);
        for (int version : aliases.versions()) {
            if (!versions.contains(version)) {
                throw new IllegalArgumentException(
                        "version does not exist: " + model + " " + version + " (there are: " + versions + ")");
            }
        }
        Deployment deployment = Deployment.of(desk.workspace().repository(), model, aliases);
        return new Change(
                desk.nextNumber(),
                effectiveMillis,
                DefinitionKind.MODEL,
                ChangeAction.APPLY,
                model,
                desk.timeline().models().highestVersion(model) + 1,
                false,
                null,
                new TreeMap<>(),
                deployment.yaml());
    }

    private @Nullable Deployment deployment(Lineup<Deployment> lineup) {
        Running<Deployment> running = lineup.inForce(model);
        return running == null ? null : running.definition();
    }
}
