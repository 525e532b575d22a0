package io.heed.events.catalogue;

import java.io.Serializable;

/**
 * One YAML file of a workspace.
 *
 * @param name its path from the workspace's root, as messages name it
 */
public record DefinitionFile(String name, String text) implements Serializable {}
