package io.heed.models.repository;

/** What a model reads: the features of a customer, or a text. */
public enum ModelKind {
    TABULAR,
    TEXT
}
