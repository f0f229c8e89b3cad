package cip.core.score;

/**
 * Why one row got no score.
 *
 * @param row position in the feature matrix, from 0
 * @param score name of the score
 * @param text a sentence that names the input and what is wrong with it
 */
public record ScoreProblem(int row, String score, String text) {}
