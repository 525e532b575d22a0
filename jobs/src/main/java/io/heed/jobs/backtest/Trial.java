package io.heed.jobs.backtest;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.OnChange;
import io.heed.events.change.Running;
import io.heed.events.yaml.Problems;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.change.ChangeFolder;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.triggers.play.Play;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changed definitions that stand in a change log of their own, from before any event on, so that a job takes them in as
 * it would take in any change.
 */
public final class Trial {
    /** Records of before 1990 are dead letters, so this is before every event. */
    static final long BEFORE_EVERY_EVENT = 0;

    private final ChangeDesk desk;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Problems problems = new Problems();

    private Trial(WorkspaceSnapshot workspace, Path log) throws IOException {
        desk = new ChangeDesk(workspace, new ChangeFolder(log));
    }

    /**
     * The definitions of a file in place of those of the same names.
     *
     * @param log an empty folder, which gets the changes
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem of the file and of what reads it
     */
    public static Trial ofFile(WorkspaceSnapshot workspace, String file, String text, Path log) throws IOException {
        Trial trial = new Trial(workspace, log);
        DraftFile drafts = DraftFile.read(file, text);
        DraftCheck check = DraftCheck.of(drafts, workspace, trial.timeline().declared());
        for (DraftFile.Draft draft : drafts.drafts()) {
            trial.wantDefinition(drafts, draft, check);
        }
        trial.write();
        return trial;
    }

    /**
     * Some parameters of one pattern with other values.
     *
     * @param log an empty folder, which gets the change
     * @throws IllegalArgumentException if there is no such pattern or parameter, or a value is not legal
     */
    public static Trial ofParameters(
            WorkspaceSnapshot workspace, String pattern, SortedMap<String, String> parameters, Path log)
            throws IOException {
        Trial trial = new Trial(workspace, log);
        trial.wantParameters(pattern, parameters);
        trial.write();
        return trial;
    }

    /** The names of the patterns that a workspace declares. */
    public static List<String> patternsOf(WorkspaceSnapshot workspace) {
        return DefinitionTimeline.of(workspace).declared().patterns().all().stream()
                .map(PatternDefinition::name)
                .toList();
    }

    /** The changes, in the order in which they take effect; none where the workspace holds all of it already. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** What the reader should know about how the file was read. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The names of the changed patterns. */
    public Set<String> patterns() {
        return changed(DefinitionKind.PATTERN);
    }

    /** The names of the changed plays. */
    Set<String> plays() {
        return changed(DefinitionKind.PLAY);
    }

    @Nullable
    PatternDefinition patternBefore(String name) {
        return definition(timeline().patterns().at(Long.MIN_VALUE).inForce(name));
    }

    @Nullable
    PatternDefinition patternAfter(String name) {
        return definition(timeline().patterns().last().inForce(name));
    }

    @Nullable
    Play playBefore(String name) {
        return definition(timeline().plays().at(Long.MIN_VALUE).inForce(name));
    }

    @Nullable
    Play playAfter(String name) {
        return definition(timeline().plays().last().inForce(name));
    }

    /** All plays of the new side. */
    Collection<Play> playsAfter() {
        return timeline().plays().last().running().stream()
                .filter(Running::isInForce)
                .map(Running::definition)
                .toList();
    }

    private DefinitionTimeline timeline() {
        return desk.timeline();
    }

    private void wantDefinition(DraftFile drafts, DraftFile.Draft draft, DraftCheck check) {
        int highest = timeline().highestVersion(draft.kind(), draft.name());
        if (highest > 0 && check.isInForce(drafts, draft, highest)) {
            notes.add(draft.name() + " is in force as the file says it; nothing changes.");
            return;
        }
        int version = Math.max(draft.version(), highest + 1);
        if (version > draft.version()) {
            notes.add(draft.name() + " is compared as version " + version + ", since version " + highest
                    + " is in force; give it that version before it goes live.");
        }
        review(new Change(
                desk.nextNumber(),
                BEFORE_EVERY_EVENT,
                draft.kind(),
                ChangeAction.APPLY,
                draft.name(),
                version,
                false,
                OnChange.DROP,
                new TreeMap<>(),
                drafts.partWith(draft, version).text()));
    }

    private void wantParameters(String name, SortedMap<String, String> parameters) {
        PatternDefinition before = patternBefore(name);
        if (before == null) {
            throw new IllegalArgumentException("pattern is not declared: " + name);
        }
        PatternDefinition after = before;
        for (String parameter : parameters.keySet()) {
            after = after.withParameter(parameter, String.valueOf(parameters.get(parameter)));
        }
        if (after.equals(before)) {
            notes.add(name + " has these values already; nothing changes.");
            return;
        }
        review(new Change(
                desk.nextNumber(),
                BEFORE_EVERY_EVENT,
                DefinitionKind.PATTERN,
                ChangeAction.SET,
                name,
                before.version() + 1,
                false,
                OnChange.DROP,
                parameters,
                ""));
    }

    private void review(Change wanted) {
        ChangeVerdict verdict = desk.review(wanted);
        if (verdict.isAccepted()) {
            changes.add(wanted);
        }
        verdict.reasons().forEach(reason -> problems.add(wanted.name() + " is refused", reason));
    }

    private void write() throws IOException {
        problems.throwIfAny();
        for (Change change : changes) {
            desk.write(change);
        }
    }

    private Set<String> changed(DefinitionKind kind) {
        Set<String> names = new TreeSet<>();
        changes.stream().filter(change -> change.kind() == kind).forEach(change -> names.add(change.name()));
        return names;
    }

    private static <D> @Nullable D definition(@Nullable Running<D> running) {
        return running == null ? null : running.definition();
    }
}
