package io.heed.models.repository;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One version of a model as it lies on disk, complete and checked; docs/model-directory.md describes its files. */
public final class ModelDirectory {
    private static final String CONTRACT = "model.yaml";
    private static final String GRAPH = "model.onnx";
    private static final String BASELINE = "baseline.json";
    private static final String EXAMPLES = "examples.jsonl";

    private final Path folder;
    private final String hash;
    private final ModelContract contract;
    private final ContractPlaces places;
    private final @Nullable Baseline baseline;
    private final List<SelfTestExample> examples;

    private ModelDirectory(
            Path folder,
            String hash,
            ContractReader.Reading read,
            @Nullable Baseline baseline,
            List<SelfTestExample> examples) {
        this.folder = folder;
        this.hash = hash;
        this.contract = read.contract();
        this.places = read.places();
        this.baseline = baseline;
        this.examples = List.copyOf(examples);
    }

    /**
     * Reads a version: first the checksums, and only where they hold its contract, baseline and examples.
     *
     * @param folder models/repository/NAME/VERSION
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming all that is wrong
     */
    public static ModelDirectory read(Path folder) {
        try {
            Problems problems = new Problems();
            String hash = Checksums.verify(folder, problems);
            problems.throwIfAny();
            requireFiles(folder, problems);
            problems.throwIfAny();
            return readComplete(folder, hash, problems);
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + ": cannot be read", failed);
        }
    }

    /** Writes the checksums of all that a folder holds, which makes it complete. */
    public static void seal(Path folder) throws IOException {
        Checksums.write(folder);
    }

    /** Where the version lies. */
    public Path folder() {
        return folder;
    }

    /** The graph. */
    public Path graph() {
        return folder.resolve(GRAPH);
    }

    /** Where the contract lies, for messages. */
    public Path contractFile() {
        return folder.resolve(CONTRACT);
    }

    /** Where the parts of the contract stand, for messages. */
    public ContractPlaces places() {
        return places;
    }

    /** The SHA-256 of SHA256SUMS and so of all that the version holds, in hexadecimal. */
    public String hash() {
        return hash;
    }

    /** What model.yaml says. */
    public ModelContract contract() {
        return contract;
    }

    /** What training looked like; absent for a model of text. */
    public Optional<Baseline> baseline() {
        return Optional.ofNullable(baseline);
    }

    /** The rows of the self-test; empty for a model of text, whose examples {@link #exampleLines} gives. */
    public List<SelfTestExample> examples() {
        return examples;
    }

    /** The lines of examples.jsonl as they are. */
    public List<String> exampleLines() {
        try {
            return Files.readAllLines(folder.resolve(EXAMPLES));
        } catch (IOException failed) {
            throw new UncheckedIOException(folder + ": cannot be read", failed);
        }
    }

    /**
     * Notes every feature that is not declared, or not as it was when the model was trained.
     *
     * @param definitions the hash of a feature's definition by name, null where no such feature is declared
     */
    public void checkDefinitions(Function<String, @Nullable String> definitions, Problems problems) {
        for (ModelFeature feature : contract.features()) {
            SourcePosition place = places.of("features." + feature.name());
            String declared = definitions.apply(feature.name());
            if (declared == null) {
                problems.add(place, "feature is not declared in this workspace: " + feature.name());
            } else if (!declared.equals(feature.definition())) {
                problems.add(
                        place,
                        "definition has changed since training: " + feature.name() + " is " + declared + ", trained on "
                                + feature.definition()
                                + " (declare the change under a new name, or train a new version)");
            }
        }
    }

    private static void requireFiles(Path folder, Problems problems) {
        for (String name : List.of(GRAPH, CONTRACT, EXAMPLES)) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                problems.add(folder.resolve(name).toString(), "the file is missing");
            }
        }
    }

    private static ModelDirectory readComplete(Path folder, String hash, Problems problems) throws IOException {
        Path contractFile = folder.resolve(CONTRACT);
        ContractReader.Reading read =
                ContractReader.read(contractFile.toString(), Files.readString(contractFile), problems);
        problems.throwIfAny();
        if (read == null) {
            throw new IllegalStateException(contractFile + ": neither read nor refused");
        }
        checkPlace(folder, read, problems);
        ModelContract contract = read.contract();
        if (contract.kind() == ModelKind.TEXT) {
            problems.throwIfAny();
            return new ModelDirectory(folder, hash, read, null, List.of());
        }
        TrainedRows rows = new TrainedRows(contract, problems);
        Path examples = folder.resolve(EXAMPLES);
        List<SelfTestExample> tests = rows.examples(examples.toString(), Files.readString(examples));
        Path baselineFile = folder.resolve(BASELINE);
        Baseline baseline = null;
        if (Files.isRegularFile(baselineFile)) {
            baseline = rows.baseline(baselineFile.toString(), Files.readString(baselineFile));
        } else {
            problems.add(baselineFile.toString(), "the file is missing");
        }
        problems.throwIfAny();
        return new ModelDirectory(folder, hash, read, baseline, tests);
    }

    /** A directory copied under another name would serve as what it is not. */
    private static void checkPlace(Path folder, ContractReader.Reading read, Problems problems) {
        ModelContract contract = read.contract();
        Path place = folder.toAbsolutePath().normalize();
        String version = String.valueOf(place.getFileName());
        String model = String.valueOf(place.getName(Math.max(0, place.getNameCount() - 2)));
        if (!contract.model().equals(model)
                || !String.valueOf(contract.version()).equals(version)) {
            problems.add(
                    read.places().of("model"),
                    "model and version are not those of the folder " + model + "/" + version + ": " + contract.model()
                            + "/" + contract.version());
        }
    }
}
