import * as o from '@odoo/o-spreadsheet';
import { cellAddress, columnLetters } from '../address';
import { notesIn } from '../annotations';
import type { ValidationNote } from './validation-rule';

type Getters = o.Model['getters'];
type Value = string | number | boolean | null;
type Rule = o.DataValidationRule;
type Verdict =
  { readonly isValid: true } | { readonly isValid: false; readonly error: string; readonly rule: Rule };

/** A value that was typed and refused: what Excel's alert would show. */
export interface RefusedEntry {
  readonly title: string;
  readonly message: string;
}

const VALID: Verdict = { isValid: true };

const refused = new WeakMap<object, RefusedEntry>();

/** The words of the rule that refused the entry last, where its author gave some. */
export const lastRefusedEntry = (getters: object): RefusedEntry | undefined => refused.get(getters);

interface Check {
  getValidationResultForCellValue(value: Value, position: o.CellPosition): Verdict;
}

/**
 * What Excel checks and the grid does not: whole numbers, blanks that are let through, and a formula about the cell
 * itself, which has to see the value that is being typed and not the one before.
 */
export function checkAsExcelDoes(): void {
  const { coreViewsPluginRegistry } = o.registries;
  const Base = coreViewsPluginRegistry.get('data_validation_ui');
  coreViewsPluginRegistry.replace(
    'data_validation_ui',
    class extends Base implements Check {
      getValidationResultForCellValue(value: Value, position: o.CellPosition): Verdict {
        const getters = this.getters as Getters;
        const rule = getters.getValidationRuleForCell(position);
        if (rule === undefined) return VALID;
        const note = notesIn(getters, 'validations')[rule.id];
        if ((value === null || value === '') && note?.ignoreBlanks !== false) return VALID;
        const verdict = this.verdict(value, position, rule, note);
        const words = note?.errorAlert;
        if (verdict.isValid || words === undefined || words.message === '') refused.delete(getters);
        else refused.set(getters, words);
        return verdict;
      }

      private verdict(value: Value, position: o.CellPosition, rule: Rule, note: ValidationNote | undefined) {
        if (rule.criterion.type === 'customFormula')
          return formulaVerdict(this.getters as Getters, value, position, rule);
        const verdict = (Base.prototype as unknown as Check).getValidationResultForCellValue.call(
          this,
          value,
          position,
        );
        const isFraction = note?.type === 'WholeNumber' && !Number.isInteger(value);
        return verdict.isValid && isFraction
          ? { isValid: false as const, error: 'The value must be a whole number', rule }
          : verdict;
      }
    },
  );
}

type Adapters = Parameters<o.CorePlugin['adaptRanges']>[0];

interface RuleKeeper {
  readonly rules: Readonly<Record<string, readonly Rule[]>>;
  readonly history: { update(...path: unknown[]): void };
}

/** The library moves the formulas of rules with inserted rows, but not the cells that a list is taken from. */
export function moveListSources(): void {
  const { corePluginRegistry } = o.registries;
  const Base = corePluginRegistry.get('dataValidation');
  corePluginRegistry.replace(
    'dataValidation',
    class extends Base {
      override adaptRanges(adapters: Adapters): void {
        const keeper = this as unknown as RuleKeeper;
        super.adaptRanges(adapters);
        for (const [sheetId, rules] of Object.entries(keeper.rules)) {
          for (const [index, { criterion }] of rules.entries()) {
            const source = criterion.type === 'isValueInRange' ? criterion.values[0] : undefined;
            if (source === undefined) continue;
            const moved = adapters.adaptFormulaString(sheetId, `=${source}`).slice(1);
            if (moved === source) continue;
            keeper.history.update('rules', sheetId, index, 'criterion', 'values', 0, moved);
          }
        }
      }
    },
  );
}

function formulaVerdict(getters: Getters, value: Value, position: o.CellPosition, rule: Rule): Verdict {
  const formula = formulaFor(rule, value, position);
  const result = formula === undefined ? true : getters.evaluateFormula(position.sheetId, formula);
  const isTrue = (typeof result === 'number' || typeof result === 'boolean') && Boolean(result);
  return isTrue ? VALID : { isValid: false, error: 'The value does not match the rule of the cell', rule };
}

/** The rule's formula, moved from the first cell of its range to this cell, with the typed value in the cell's place. */
function formulaFor(rule: Rule, value: Value, { row, col }: o.CellPosition): string | undefined {
  const zone = rule.ranges.map((range) => range.zone).find((each) => contains(each, row, col));
  const formula = rule.criterion.values[0];
  if (zone === undefined || formula === undefined) return undefined;
  const own = cellAddress(row, col);
  return o
    .tokenize(formula)
    .map(({ type, value: text }) => {
      if (type !== 'REFERENCE') return text;
      const moved = movedReference(text, row - zone.top, col - zone.left);
      return moved.replaceAll('$', '') === own ? literal(value) : moved;
    })
    .join('');
}

const contains = (zone: o.Zone, row: number, col: number) =>
  row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right;

function movedReference(reference: string, down: number, right: number): string {
  const at = reference.lastIndexOf('!') + 1;
  const cells = reference
    .slice(at)
    .replace(/(\$?)([A-Za-z]{1,3})(\$?)(\d+)/g, (_, fixedColumn, letters, fixedRow, digits) => {
      const column =
        fixedColumn === '$' ? letters : columnLetters(o.helpers.lettersToNumber(letters) + right);
      return `${fixedColumn}${column}${fixedRow}${fixedRow === '$' ? digits : Number(digits) + down}`;
    });
  return reference.slice(0, at) + cells;
}

function literal(value: Value): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '""' : `(${value})`;
}
