package io.heed.jobs.commands.arguments;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time of the command line. */
public final class TimeConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException invalid) {
            throw new TypeConversionException("not a time in UTC: " + value + " (legal: 2026-03-01T00:00:00Z)");
        }
    }
}
