import { Decimal, ONE, ZERO } from '../../base/decimal';
import { firstFew } from '../../base/words';
import { type TermRow, hasValue } from '../../terms/table/row';
import type { Contract } from '../contract';
import { illustrativeShare, isIllustrative } from '../illustrative-share';
import type { CheckKind, CheckResult } from './check';
import { identityOf } from '../../terms/catalogue/term-name';
import { sum } from './scenario-reader';

const WEIGHT_TOLERANCE = new Decimal('1e-9');
/** Rows that a cell can name before it gets long. */
const ROWS_NAMED = 5;

/** What is checked once for the table, whatever the scenario. */
export const TABLE_CHECKS: readonly ((contract: Contract) => CheckResult[])[] = [
  scenarioWeights,
  illustrative,
  withoutSource,
];

function result(
  check: string,
  kind: CheckKind,
  figures: { value: Decimal; expected: Decimal; pass: boolean; where: string },
): CheckResult {
  return { check, kind, difference: figures.value.minus(figures.expected), ...figures };
}

/**
 * Only where any scenario has a weight; one without counts 0 then. Weights that do not add up to 1 leave every single
 * scenario right, so they fail here and do not refuse the table.
 */
function scenarioWeights({ table }: Contract): CheckResult[] {
  const row = table.row(...identityOf('Scenario', 'Weight'));
  const weights = (row?.cells ?? []).filter((cell): cell is Decimal => cell instanceof Decimal);
  if (row === undefined || weights.length === 0) return [];
  const value = sum(weights);
  const pass = value.minus(ONE).abs().lte(WEIGHT_TOLERANCE);
  const where = `Terms row ${row.row}`;
  return [result('Weights of the scenarios add up to 1', 'Error', { value, expected: ONE, pass, where })];
}

const isFilled = (row: TermRow): boolean => row.definition.section !== 'Scenario' && row.cells.some(hasValue);

/** As the headline shows it, of Base; and how many terms that is. */
function illustrative(contract: Contract): CheckResult[] {
  const filled = contract.table.rows.filter(isFilled);
  const value = illustrativeShare(contract, 0);
  return [
    result('No part of the total billed rests on Illustrative terms', 'Alert', {
      value,
      expected: ZERO,
      pass: value.isZero(),
      where: `${filled.filter(isIllustrative).length} of ${filled.length} terms`,
    }),
  ];
}

/** A term that claims to be more than an illustration should say where it comes from. */
function withoutSource({ table }: Contract): CheckResult[] {
  const silent = table.rows.filter(
    (row) => isFilled(row) && row.provenance.source === '' && row.provenance.status !== 'Illustrative',
  );
  return [
    result('Every term that is not illustrative names its source', 'Alert', {
      value: new Decimal(silent.length),
      expected: ZERO,
      pass: silent.length === 0,
      where: rowsText(silent),
    }),
  ];
}

function rowsText(rows: readonly TermRow[]): string {
  if (rows.length === 0) return 'Terms';
  const named = rows.map(({ row }) => String(row));
  return `Terms ${rows.length === 1 ? 'row' : 'rows'} ${firstFew(named, ROWS_NAMED)}`;
}
