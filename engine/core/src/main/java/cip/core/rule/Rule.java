package cip.core.rule;

/** A condition with an id by which its matches are reported. The id is any text; the engine never reads it. */
public record Rule(String id, Condition condition) {}
