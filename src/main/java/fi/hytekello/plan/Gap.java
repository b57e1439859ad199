package fi.hytekello.plan;

import fi.hytekello.platform.problem.InvalidInput;

/**
 * What a proposal still lacks.
 *
 * @param row number of the proposal among its department's, from 1
 * @param messageKey tells the remedy; its arguments are the field's label and the row
 */
public record Gap(int row, String field, String messageKey) {

    InvalidInput asProblem() {
        return new InvalidInput("rows[" + row + "]." + field, messageKey, row);
    }
}
