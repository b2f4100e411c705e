package eu.lethe.compliance.persistence;

/** A value kept as {@code jsonb}: the text of a JSON document, already serialised by JSON-B from a record. */
public record Json(String text) {}
