package cip.server.http;

/**
 * One thing that is wrong with a request.
 *
 * @param field path in the body, e.g. {@code customer.transactions[0].amount}, or the name of a parameter
 * @param message what was found and what is expected
 */
public record FieldProblem(String field, String message) {}
