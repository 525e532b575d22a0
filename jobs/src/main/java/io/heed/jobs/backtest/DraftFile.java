package io.heed.jobs.backtest;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.change.DefinitionKind;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.SourcePosition;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file of patterns and plays that are not in force yet. */
final class DraftFile {
    private final String name;
    private final String text;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Integer, DefinitionKind> sections = new TreeMap<>();

    /** One definition, not yet checked, with the place where its version stands or may be put. */
    record Draft(DefinitionKind kind, String name, int version, VersionPlace place) {}

    private DraftFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Finds what a file defines.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException if it is no file of patterns or plays
     */
    static DraftFile read(String name, String text) {
        Problems problems = new Problems();
        DraftFile file = new DraftFile(name, text);
        YamlMapping top = YamlFile.read(name, text, problems);
        if (top != null) {
            for (DefinitionKind kind : List.of(DefinitionKind.PATTERN, DefinitionKind.PLAY)) {
                file.addAll(kind, top.find(kind.name().toLowerCase(Locale.ROOT) + "s"));
            }
            top.rejectUnknownKeys();
            if (file.drafts.isEmpty() && problems.count() == 0) {
                problems.add(
                        top.position(), "file holds neither patterns nor plays (legal: patterns: {bill-spike: {...}})");
            }
        }
        problems.throwIfAny();
        return file;
    }

    private void addAll(DefinitionKind kind, @Nullable YamlValue section) {
        YamlMapping named = section == null ? null : section.mapping();
        if (section == null || named == null) {
            return;
        }
        sections.put(section.keyPosition().line(), kind);
        named.entries().forEach((definition, value) -> {
            YamlMapping body = value.mapping();
            if (body != null) {
                VersionPlace place = VersionPlace.in(body);
                drafts.add(new Draft(kind, definition, body.wholeNumber("version", 1), place));
            }
        });
    }

    /** What the file is called in messages. */
    String name() {
        return name;
    }

    /** What the file defines, patterns first. */
    List<Draft> drafts() {
        return drafts;
    }

    /** Whether the file defines anything of a kind. */
    boolean holds(DefinitionKind kind) {
        return sections.containsValue(kind);
    }

    /** The definitions of one kind; every line stays where it is, so that problems name the right one. */
    DefinitionFile part(DefinitionKind kind) {
        return new DefinitionFile(name, part(kind, text.lines().toList()));
    }

    /** The same, with another version of one definition. */
    DefinitionFile partWith(Draft draft, int version) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        SourcePosition at = draft.place().at();
        lines.set(at.line() - 1, draft.place().put(lines.get(at.line() - 1), version));
        return new DefinitionFile(name, part(draft.kind(), lines));
    }

    private String part(DefinitionKind kind, List<String> lines) {
        if (sections.size() < 2) {
            return String.join("\n", lines) + "\n";
        }
        int first = sections.keySet().iterator().next();
        DefinitionKind kindOfFirst = sections.get(first);
        int second = sections.keySet().stream().skip(1).findFirst().orElse(lines.size() + 1);
        List<String> kept = IntStream.rangeClosed(1, lines.size())
                .mapToObj(line -> (line < second) == (kind == kindOfFirst) ? lines.get(line - 1) : "")
                .toList();
        return String.join("\n", kept) + "\n";
    }
}
