package cip.server.models;

import java.time.Instant;

/** What somebody wrote about a version. @param text empty = the note before it was taken away */
public record ModelNote(String text, Instant at, String by) {}
