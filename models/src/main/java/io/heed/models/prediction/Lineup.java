package io.heed.models.prediction;

import io.heed.events.yaml.Problems;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.ServedModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of one model that serve together, loaded; it holds them until it is closed. */
public final class Lineup implements AutoCloseable {
    private final String model;
    private final ModelRegistry registry;
    private final ServedModel champion;
    private final @Nullable Candidate challenger;
    private final List<Candidate> shadows;

    private record Candidate(ServedModel served, double share) {}

    /** A version that is due to a customer, and in which part. */
    record Due(Arm arm, ServedModel served) {}

    private Lineup(
            String model,
            ModelRegistry registry,
            ServedModel champion,
            @Nullable Candidate challenger,
            List<Candidate> shadows) {
        this.model = model;
        this.registry = registry;
        this.champion = champion;
        this.challenger = challenger;
        this.shadows = List.copyOf(shadows);
    }

    /**
     * Loads all versions that a model's aliases name; where one cannot be loaded none is kept.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming what is wrong with a version
     */
    public static Lineup load(ModelRepository repository, String model, ModelRegistry registry) {
        return load(repository, model, repository.aliases(model), registry);
    }

    /** Loads the versions that the given aliases name instead of those in the repository. */
    public static Lineup load(ModelRepository repository, String model, Aliases aliases, ModelRegistry registry) {
        List<ServedModel> acquired = new ArrayList<>();
        try {
            for (int version : aliases.versions()) {
                acquired.add(registry.acquire(ModelDirectory.read(repository.folder(model, version))));
            }
            requireOneTarget(acquired);
        } catch (RuntimeException refused) {
            acquired.forEach(registry::release);
            throw refused;
        }
        int next = 1;
        Candidate challenger = null;
        if (aliases.challenger() != null) {
            challenger =
                    new Candidate(acquired.get(next++), aliases.challenger().share());
        }
        List<Candidate> shadows = new ArrayList<>();
        for (Aliases.Share shadow : aliases.shadows()) {
            shadows.add(new Candidate(acquired.get(next++), shadow.share()));
        }
        return new Lineup(model, registry, acquired.get(0), challenger, shadows);
    }

    private static void requireOneTarget(List<ServedModel> versions) {
        String target = versions.get(0).contract().target();
        Problems problems = new Problems();
        for (ServedModel version : versions) {
            if (!version.contract().target().equals(target)) {
                problems.add(
                        version.directory().places().of("target"),
                        "target is not the champion's: " + version.contract().target() + " (legal: target: " + target
                                + ")");
            }
        }
        problems.throwIfAny();
    }

    /** The model's name. */
    public String model() {
        return model;
    }

    /** The target that the model predicts. */
    public String target() {
        return champion.contract().target();
    }

    /** Every version that serves, champion first. */
    public List<ServedModel> versions() {
        List<ServedModel> versions = new ArrayList<>(List.of(champion));
        if (challenger != null) {
            versions.add(challenger.served());
        }
        shadows.forEach(shadow -> versions.add(shadow.served()));
        return versions;
    }

    /** The versions due to a customer: champion or challenger first, then shadows. */
    List<Due> dueTo(String customer) {
        List<Due> due = new ArrayList<>(1 + shadows.size());
        boolean challenged = challenger != null && Arms.position(model, customer) < challenger.share();
        due.add(
                challenged && challenger != null
                        ? new Due(Arm.CHALLENGER, challenger.served())
                        : new Due(Arm.CHAMPION, champion));
        for (Candidate shadow : shadows) {
            if (shadow.share() >= 1 || Arms.position(model + "/shadow", customer) < shadow.share()) {
                due.add(new Due(Arm.SHADOW, shadow.served()));
            }
        }
        return due;
    }

    /** Gives the versions back to the registry. */
    @Override
    public void close() {
        versions().forEach(registry::release);
    }
}
