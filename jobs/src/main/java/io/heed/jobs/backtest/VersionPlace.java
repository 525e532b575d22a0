package io.heed.jobs.backtest;

import io.heed.events.yaml.SourcePosition;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;

/**
 * Where the version of a definition stands, or where one may be put.
 *
 * @param at the place of the number, or of the key before which a version fits
 * @param stands whether there is a version
 */
record VersionPlace(SourcePosition at, boolean stands) {
    /** The place in the body of a definition. */
    static VersionPlace in(YamlMapping body) {
        YamlValue version = body.find("version");
        if (version != null) {
            return new VersionPlace(version.position(), true);
        }
        return body.entries().values().stream()
                .findFirst()
                .map(first -> new VersionPlace(first.keyPosition(), false))
                .orElse(new VersionPlace(body.position(), false));
    }

    /** The line of the place with another version. */
    String put(String line, int version) {
        int column = at.column() - 1;
        String before = line.substring(0, column);
        String after = line.substring(column);
        if (stands) {
            return before + after.replaceFirst("^[^\\s,}#]+", String.valueOf(version));
        }
        boolean ownLine = before.isBlank();
        return before + "version: " + version + (ownLine ? "\n" + before : ", ") + after;
    }
}
