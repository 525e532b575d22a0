package io.heed.events.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Everything that one company declares: a folder of YAML files and models. */
public interface Workspace {
    /**
     * The YAML files of a folder such as {@code patterns/definitions}, sorted by name; none where the folder is missing.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    List<DefinitionFile> definitions(String folder);

    /** A workspace on this machine's disk. */
    static Workspace local(Path root) {
        return folder -> {
            Path directory = root.resolve(folder);
            if (!Files.isDirectory(directory)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .map(file -> read(folder, file))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot list " + directory, unreadable);
            }
        };
    }

    private static DefinitionFile read(String folder, Path file) {
        try {
            return new DefinitionFile(folder + "/" + file.getFileName(), Files.readString(file));
        } catch (CharacterCodingException invalid) {
            throw new UncheckedIOException("cannot read " + file + ": it is not valid UTF-8", invalid);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
