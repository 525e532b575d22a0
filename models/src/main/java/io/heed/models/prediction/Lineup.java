package io.heed.models.prediction;

import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The versions of one model that serve together, loaded; it holds them until it is closed. */
public final class Lineup implements AutoCloseable {
    private final Deployment deployment;
    private final ModelRegistry registry;
    private final Map<Integer, ServedModel> loaded;

    /** A version that is due to a customer, and in which part. */
    record Due(Arm arm, ServedModel served) {}

    private Lineup(Deployment deployment, ModelRegistry registry, Map<Integer, ServedModel> loaded) {
        this.deployment = deployment;
        this.registry = registry;
        this.loaded = loaded;
    }

    /**
     * Loads and tests all versions of a deployment; where one cannot be loaded none is kept.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming what is wrong with a version, or that it holds
     *     something else than what was deployed
     */
    public static Lineup load(ModelRepository repository, Deployment deployment, ModelRegistry registry) {
        Map<Integer, ServedModel> loaded = new TreeMap<>();
        try {
            for (int version : deployment.aliases().versions()) {
                loaded.put(version, registry.acquire(deployment.directory(repository, version)));
            }
        } catch (RuntimeException refused) {
            loaded.values().forEach(registry::release);
            throw refused;
        }
        return new Lineup(deployment, registry, loaded);
    }

    /** Every version that serves, champion first. */
    public List<ServedModel> versions() {
        return deployment.aliases().versions().stream().map(this::served).toList();
    }

    /** The versions due to a customer: champion or challenger first, then shadows. */
    List<Due> dueTo(String customer) {
        Aliases aliases = deployment.aliases();
        List<Due> due = new ArrayList<>(1 + aliases.shadows().size());
        Aliases.Share challenger = aliases.challenger();
        if (challenger != null && Arms.position(deployment.model(), customer) < challenger.share()) {
            due.add(new Due(Arm.CHALLENGER, served(challenger.version())));
        } else if (aliases.champion() != null) {
            due.add(new Due(Arm.CHAMPION, served(aliases.champion())));
        }
        for (Aliases.Share shadow : aliases.shadows()) {
            if (shadow.share() >= 1 || Arms.position(deployment.model() + "/shadow", customer) < shadow.share()) {
                due.add(new Due(Arm.SHADOW, served(shadow.version())));
            }
        }
        return due;
    }

    /** Gives the versions back to the registry. */
    @Override
    public void close() {
        loaded.values().forEach(registry::release);
    }

    private ServedModel served(int version) {
        return Objects.requireNonNull(loaded.get(version));
    }
}
