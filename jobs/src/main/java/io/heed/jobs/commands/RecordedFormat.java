package io.heed.jobs.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.mapping.SourceMappings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Finds out how files are to be read where nobody says so. */
final class RecordedFormat {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedFormat() {}

    /**
     * The mapping of a file: none for CloudEvents, else the only one that the workspace declares.
     *
     * @throws IllegalArgumentException if the file holds something else and there is no mapping, or more than one
     */
    static String mappingOf(Path file, Workspace workspace) throws IOException {
        if (isCloudEvent(firstLine(file))) {
            return "";
        }
        Set<String> declared =
                SourceMappings.load(workspace, EventCatalogue.load(workspace)).keySet();
        if (declared.size() != 1) {
            throw new IllegalArgumentException("events are no CloudEvents, so --mapping must say how they are read: "
                    + file + " (declared under sources: " + declared + ")");
        }
        return declared.iterator().next();
    }

    private static boolean isCloudEvent(String line) {
        try {
            return JSON.readTree(line).has("specversion");
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private static String firstLine(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            return line == null ? "" : line;
        }
    }
}
