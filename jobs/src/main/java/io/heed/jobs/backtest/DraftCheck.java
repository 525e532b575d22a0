package io.heed.jobs.backtest;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.change.DefinitionKind;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.events.yaml.Problems;
import io.heed.jobs.backtest.DraftFile.Draft;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.ServingModels;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.triggers.play.DeclaredSignals;
import io.heed.triggers.play.PlayDefinitions;
import java.util.List;
import java.util.Objects;

/** Checks a file against a workspace: its patterns, then its plays, which may start on them. */
final class DraftCheck {
    private final Definitions declared;
    private final DeclaredSignals signals;

    private DraftCheck(Definitions declared, DeclaredSignals signals) {
        this.declared = declared;
        this.signals = signals;
    }

    /**
     * Checks a file.
     *
     * @throws InvalidDefinitionsException naming every problem, with file, line and column
     */
    static DraftCheck of(DraftFile file, WorkspaceSnapshot workspace, Definitions declared) {
        PatternDefinitions all = declared.patterns();
        if (file.holds(DefinitionKind.PATTERN)) {
            for (PatternDefinition pattern : patterns(file, declared).all()) {
                all = all.with(pattern);
            }
        }
        DeclaredSignals signals =
                Definitions.signals(all, declared.targets(), ServingModels.targets(workspace.repository()));
        DraftCheck check = new DraftCheck(declared, signals);
        if (file.holds(DefinitionKind.PLAY)) {
            check.plays(List.of(file.part(DefinitionKind.PLAY)));
        }
        return check;
    }

    private static PatternDefinitions patterns(DraftFile file, Definitions declared) {
        try {
            return PatternDefinitions.read(
                    List.of(file.part(DefinitionKind.PATTERN)),
                    declared.catalogue(),
                    declared.features().names());
        } catch (InvalidDefinitionsException wrong) {
            if (!file.holds(DefinitionKind.PLAY)) {
                throw wrong;
            }
            Problems problems = new Problems();
            problems.addAll(wrong);
            problems.add(file.name(), "the plays are not checked, since they read the patterns");
            problems.throwIfAny();
            throw wrong;
        }
    }

    private PlayDefinitions plays(List<DefinitionFile> files) {
        return PlayDefinitions.read(
                files, name -> true, declared.catalogue(), declared.features().names(), signals);
    }

    /** Whether the workspace holds a definition just as a file says it, whatever version the file gives it. */
    boolean isInForce(DraftFile file, Draft draft, int version) {
        List<DefinitionFile> asInForce = List.of(file.partWith(draft, version));
        if (draft.kind() == DefinitionKind.PATTERN) {
            return Objects.equals(
                    declared.patterns().find(draft.name()),
                    PatternDefinitions.read(
                                    asInForce,
                                    declared.catalogue(),
                                    declared.features().names())
                            .find(draft.name()));
        }
        return Objects.equals(
                declared.plays().find(draft.name()), plays(asInForce).find(draft.name()));
    }
}
