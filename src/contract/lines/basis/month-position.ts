import { type Expression, dayOfMonth, daysInMonthOf, monthNumber } from '../../../calc/expression';

/** The part of its calendar month that lies before a date. */
const partOfMonth = (date: Expression): Expression => dayOfMonth(date).minus(1).over(daysInMonthOf(date));

/**
 * Months from one date to another: whole ones, and each part as its days ÷ the days of that calendar month. Whole
 * months and parts are subtracted apart: in doubles, 24,300 months and a part would leave eleven digits of the part.
 */
export const monthsBetween = (from: Expression, to: Expression): Expression =>
  monthNumber(to)
    .minus(monthNumber(from))
    .plus(partOfMonth(to).minus(partOfMonth(from)));
