package io.heed.jobs.understanding;

import io.heed.events.change.Change;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.Lineup;
import io.heed.events.change.OnChange;
import io.heed.events.change.Running;
import io.heed.models.repository.Deployment;
import io.heed.models.scoring.LoadingAside;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Who reads messages of which time: what was declared, until a change lets another version read. A version is loaded
 * aside, and stays for a while after its last message, since late messages are read by the version of their own time.
 * Not for several threads.
 */
public final class ReadingVersions<R> implements AutoCloseable {
    /** How long a version that reads no new messages stays after its last late one. */
    static final long KEPT_UNUSED_MILLIS = 600_000;

    private final String model;
    private final DefinitionHistory<Deployment> history;
    private final Function<Optional<Deployment>, R> loader;
    private final Consumer<R> closing;
    private final Map<Optional<Deployment>, Version<R>> versions = new HashMap<>();
    private final Set<CompletableFuture<Void>> leaving = new HashSet<>();

    private static final class Version<R> {
        private final LoadingAside<R> reader;
        private long usedAtMillis;

        Version(LoadingAside<R> reader, long usedAtMillis) {
            this.reader = reader;
            this.usedAtMillis = usedAtMillis;
        }
    }

    /**
     * Versions of one model.
     *
     * @param declared what reads until the first change; none where no model does
     * @param loader loads and tests a version; it is called from another thread
     * @param closing gives back what was loaded
     */
    public ReadingVersions(
            String model,
            Collection<Deployment> declared,
            Function<Optional<Deployment>, R> loader,
            Consumer<R> closing) {
        this.model = model;
        this.loader = loader;
        this.closing = closing;
        this.history = new DefinitionHistory<>(
                declared.stream()
                        .map(deployment -> Running.always(model, 0, deployment))
                        .toList(),
                deployment -> 0);
    }

    /** Whether a change is one of this model. */
    public boolean isMeant(Change change) {
        return change.kind() == DefinitionKind.MODEL && change.name().equals(model);
    }

    /** Takes in a change that was accepted; only messages from its time on are read by its version. */
    public void adopt(Change change) {
        history.apply(change, Deployment.read(model, "change " + change.number(), change.definition()), OnChange.DROP);
    }

    /** Begins to load what reads messages from a time on, so that nobody waits for it later. */
    public void prepare(long fromMillis, long nowMillis) {
        neededFrom(fromMillis)
                .forEach(deployment -> version(deployment, nowMillis).reader.start());
    }

    /**
     * Who reads messages of a time, waited for where it is still loading.
     *
     * @param nowMillis the wall clock, by which unused versions are let go
     */
    public R at(long timeMillis, long nowMillis) {
        Version<R> version = version(deployed(history.at(timeMillis)), nowMillis);
        version.usedAtMillis = nowMillis;
        return version.reader.await();
    }

    /** Lets go of versions that no message at or after a time needs, once they have been unused for a while. */
    public void letGoBefore(long timeMillis, long nowMillis) {
        Set<Optional<Deployment>> needed = neededFrom(timeMillis);
        leaving.removeIf(CompletableFuture::isDone);
        versions.entrySet().removeIf(entry -> {
            boolean isOver =
                    !needed.contains(entry.getKey()) && nowMillis - entry.getValue().usedAtMillis >= KEPT_UNUSED_MILLIS;
            if (isOver) {
                leaving.add(entry.getValue().reader.close());
            }
            return isOver;
        });
    }

    /** Gives all versions back, and waits for what is still being loaded, so that nothing outlives the reading. */
    @Override
    public void close() {
        versions.values().forEach(version -> leaving.add(version.reader.close()));
        versions.clear();
        leaving.forEach(CompletableFuture::join);
        leaving.clear();
    }

    private Set<Optional<Deployment>> neededFrom(long timeMillis) {
        Set<Optional<Deployment>> needed = new HashSet<>();
        var lineups = history.lineups();
        for (Lineup<Deployment> lineup :
                lineups.tailMap(lineups.floorKey(timeMillis), true).values()) {
            needed.add(deployed(lineup));
        }
        return needed;
    }

    private Version<R> version(Optional<Deployment> deployment, long nowMillis) {
        return versions.computeIfAbsent(
                deployment,
                wanted -> new Version<>(new LoadingAside<>(() -> loader.apply(wanted), closing), nowMillis));
    }

    private Optional<Deployment> deployed(Lineup<Deployment> lineup) {
        return Optional.ofNullable(lineup.inForce(model)).map(Running::definition);
    }

    /** How many versions are loaded or loading. */
    int size() {
        return versions.size();
    }
}
