import { Decimal, ZERO } from '../../base/decimal';
import type { Contract } from '../contract';
import { ALERTS } from './alerts';
import { ScenarioReader } from './scenario-reader';
import { IDENTITIES } from './identities';
import { TABLE_CHECKS } from './table-checks';
import { SETTLEMENTS } from './settlements';
import type { CheckResult, Comparison, ScenarioCheck } from './check';

export type { CheckResult } from './check';

/** Money to half a cent; everything else to a billionth of its size. */
const MONEY_TOLERANCE = new Decimal('0.005');
const RELATIVE_TOLERANCE = new Decimal('1e-9');

const SCENARIO_CHECKS: readonly ScenarioCheck[] = [...IDENTITIES, ...SETTLEMENTS, ...ALERTS];

/**
 * Recomputes what must hold in every scenario and reports each check once, at the place where it holds least.
 * Nothing is rounded to make a check pass.
 */
export function checkContract(contract: Contract): CheckResult[] {
  const readers = contract.table.scenarios.map((name, place) => new ScenarioReader(contract, place, name));
  const overScenarios = SCENARIO_CHECKS.flatMap((check) => {
    const worst = worstOf(check, readers);
    return worst ? [worst] : [];
  });
  return [...overScenarios, ...TABLE_CHECKS.flatMap((check) => check(contract))];
}

/** Undefined where no scenario has anything to check. */
function worstOf(check: ScenarioCheck, readers: readonly ScenarioReader[]): CheckResult | undefined {
  let worst: { comparison: Comparison; where: string; excess: Decimal } | undefined;
  for (const reader of readers) {
    for (const comparison of check.compare(reader)) {
      const excess = excessOf(comparison);
      if (worst && !excess.isNaN() && excess.lte(worst.excess)) continue;
      const place = comparison.where === '' ? reader.name : `${reader.name}, ${comparison.where}`;
      worst = { comparison, where: place, excess };
      if (excess.isNaN()) break;
    }
  }
  if (!worst) return undefined;
  const { value, expected } = worst.comparison;
  return {
    check: check.name,
    kind: check.kind,
    value,
    expected,
    difference: value.minus(expected),
    pass: worst.excess.lte(1),
    where: worst.where,
  };
}

/** The deviation as a multiple of what is tolerated. A figure that is not available counts as beyond all bounds. */
function excessOf({ value, expected, relation = 'equal', isMoney = false }: Comparison): Decimal {
  if (value.eq(expected) && value.isFinite()) return ZERO;
  const beyond = value.minus(expected);
  const deviation = relation === 'equal' ? beyond.abs() : relation === 'at least' ? beyond.neg() : beyond;
  const size = Decimal.max(value.abs(), expected.abs());
  const tolerated = isMoney ? MONEY_TOLERANCE : Decimal.max(size, 1).times(RELATIVE_TOLERANCE);
  return deviation.div(tolerated);
}
