import { type Expression, dayOfMonth, daysInMonthOf, monthNumber } from '../../calc/expression';

/** Months counted to a date, a part of a month by its days. */
const monthPosition = (date: Expression): Expression =>
  monthNumber(date).plus(dayOfMonth(date).minus(1).over(daysInMonthOf(date)));

/** Months from one date to another: whole ones, and each part as its days ÷ the days of that calendar month. */
export const monthsBetween = (from: Expression, to: Expression): Expression =>
  monthPosition(to).minus(monthPosition(from));
