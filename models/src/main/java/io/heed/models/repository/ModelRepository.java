package io.heed.models.repository;

import io.heed.events.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder models/repository of a workspace: models by name, their versions by number, and who serves. */
public final class ModelRepository {
    private static final String ALIASES = "aliases.yaml";

    private final Path root;

    /** A repository in a local folder, which need not exist: it then holds no model. */
    public ModelRepository(Path root) {
        this.root = root;
    }

    /** The names of all models that have aliases, in order: those that serve. */
    public List<String> serving() {
        return names().stream()
                .filter(model -> Files.isRegularFile(aliasesFile(model)))
                .toList();
    }

    /** The names of all models, in order. */
    public List<String> names() {
        return folders(root, name -> name.matches("[a-z][a-z0-9-]*"));
    }

    /** The versions of a model, ascending, complete or not. */
    public List<Integer> versions(String model) {
        return folders(root.resolve(model), name -> name.matches("[1-9]\\d{0,8}")).stream()
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /** Where a version lies, whether or not it exists. */
    public Path folder(String model, int version) {
        return root.resolve(model).resolve(String.valueOf(version));
    }

    /**
     * Who serves.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException where the file is missing or wrong, or names a version
     *     that does not exist
     */
    public Aliases aliases(String model) {
        Path file = aliasesFile(model);
        Problems problems = new Problems();
        Aliases aliases = Files.isRegularFile(file) ? AliasesReader.read(file.toString(), text(file), problems) : null;
        if (aliases == null) {
            if (problems.count() == 0) {
                problems.add(file.toString(), "the file is missing (legal: champion: 1)");
            }
            problems.throwIfAny();
            throw new IllegalStateException(file + ": neither read nor refused");
        }
        List<Integer> versions = versions(model);
        for (int version : aliases.versions()) {
            if (!versions.contains(version)) {
                problems.add(file.toString(), "version does not exist: " + version + " (there are: " + versions + ")");
            }
        }
        problems.throwIfAny();
        return aliases;
    }

    /**
     * The version that serves whoever no challenger serves.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException where there is none, or the aliases are wrong
     */
    public int champion(String model) {
        Integer champion = aliases(model).champion();
        if (champion == null) {
            Problems problems = new Problems();
            problems.add(aliasesFile(model).toString(), "the model has no champion (legal: champion: 1)");
            problems.throwIfAny();
            throw new IllegalStateException(model + ": the model has no champion");
        }
        return champion;
    }

    private Path aliasesFile(String model) {
        return root.resolve(model).resolve(ALIASES);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> folders(Path parent, Predicate<String> named) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(named)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
