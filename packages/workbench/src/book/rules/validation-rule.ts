import type { DataValidationRule } from '@odoo/o-spreadsheet';

/** A rule of data validation, in Excel's words and in the grid's. */

export type ValidationType = 'List' | 'WholeNumber' | 'Decimal' | 'Date' | 'Time' | 'TextLength' | 'Custom';

export interface ErrorAlert {
  readonly message: string;
  readonly showAlert: boolean;
  readonly style: 'Stop' | 'Warning' | 'Information';
  readonly title: string;
}

export interface Prompt {
  readonly message: string;
  readonly showPrompt: boolean;
  readonly title: string;
}

/** What Excel keeps of a rule beside what the grid does. */
export interface ValidationNote {
  readonly type: ValidationType;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: ErrorAlert;
  readonly prompt: Prompt;
  /** The name or text that a list was given, where the grid holds the cells behind it. */
  readonly listName?: string;
  /** A rule on the length of texts, which the grid holds as a formula. */
  readonly textLength?: Comparison;
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By the grid's rule id. */
    readonly validations: ValidationNote;
  }
}

export interface Comparison {
  readonly operator: Operator;
  readonly formula1: string;
  readonly formula2?: string;
}

export const OPERATORS = {
  Between: 'isBetween',
  NotBetween: 'isNotBetween',
  EqualTo: 'isEqual',
  NotEqualTo: 'isNotEqual',
  GreaterThan: 'isGreaterThan',
  LessThan: 'isLessThan',
  GreaterThanOrEqualTo: 'isGreaterOrEqualTo',
  LessThanOrEqualTo: 'isLessOrEqualTo',
} as const;

export type Operator = keyof typeof OPERATORS;

export const isOperator = (text: unknown): text is Operator =>
  typeof text === 'string' && Object.hasOwn(OPERATORS, text);

export const takesTwo = (operator: Operator) => operator === 'Between' || operator === 'NotBetween';

export type Criterion = DataValidationRule['criterion'];

export const NO_ALERT: ErrorAlert = { message: '', showAlert: true, style: 'Stop', title: '' };
export const NO_PROMPT: Prompt = { message: '', showPrompt: true, title: '' };

export const plainNote = (type: ValidationType): ValidationNote => ({
  type,
  ignoreBlanks: true,
  errorAlert: NO_ALERT,
  prompt: NO_PROMPT,
});

/** Excel keeps the user from entering the value only where it shows an alert, and the alert stops. */
export const isBlocking = ({ showAlert, style }: ErrorAlert) => showAlert && style === 'Stop';

/** What a rule that a person made in the grid is in Excel's words. */
export function noteOfCriterion({ type }: Criterion): ValidationNote {
  if (type === 'isValueInList' || type === 'isValueInRange') return plainNote('List');
  if (type.startsWith('date')) return plainNote('Date');
  return plainNote(operatorOf(type) === undefined ? 'Custom' : 'Decimal');
}

export function operatorOf(criterionType: string): Operator | undefined {
  return (Object.keys(OPERATORS) as Operator[]).find((operator) => OPERATORS[operator] === criterionType);
}

/** The length of the text in a cell, as the formula that the grid checks. */
export function textLengthFormula(cell: string, { operator, formula1, formula2 }: Comparison): string {
  const length = `LEN(${cell})`;
  const [a, b] = [withoutEquals(formula1), withoutEquals(formula2 ?? formula1)];
  switch (operator) {
    case 'Between':
      return `=AND(${length}>=${a},${length}<=${b})`;
    case 'NotBetween':
      return `=OR(${length}<${a},${length}>${b})`;
    default:
      return `=${length}${SIGNS[operator]}${a}`;
  }
}

const SIGNS = {
  EqualTo: '=',
  NotEqualTo: '<>',
  GreaterThan: '>',
  LessThan: '<',
  GreaterThanOrEqualTo: '>=',
  LessThanOrEqualTo: '<=',
} as const;

const withoutEquals = (formula: string) => (formula.startsWith('=') ? `(${formula.slice(1)})` : formula);
