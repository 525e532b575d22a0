package io.heed.models.repository;

/** How features enter the graph: side by side in one tensor, or each by an input of its own. */
public enum InputKind {
    VECTOR,
    COLUMNS
}
