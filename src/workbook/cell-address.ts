import { letterOf } from './model-sheets/columns';

/** The address of a cell. @param row from 0 @param column from 0 */
export const cellAt = (row: number, column: number): string => `${letterOf(column)}${row + 1}`;
