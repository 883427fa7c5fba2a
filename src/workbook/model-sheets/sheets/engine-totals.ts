import type { Decimal } from '../../../base/decimal';
import type { Line } from '../../../calc/line';
import { totalValue } from '../../../contract/buckets';
import type { Contract } from '../../../contract/contract';
import { seriesLetter } from '../plan/columns';
import { formatOf } from '../plan/number-formats';
import type { PlanCell, PlanRow, PlanWriter } from '../plan/plan';
import { cell, sectionRow, unitCell } from './series-sheet';

/** The row with what Meterbook found for a line, beside the row that computes it natively. */
export const engineId = (line: string): string => `engine.${line}`;

/** A figure of the engine's for a cell; blank where it is not available. */
export const frozen = (
  value: Decimal | number | undefined,
  style: PlanCell['style'],
  format?: PlanCell['format'],
): PlanCell => {
  const number = value === undefined ? NaN : Number(value);
  return { ...cell(Number.isNaN(number) ? '' : number, style, format), isFrozen: true };
};

/** One figure for each scenario, from a column on. */
export const byScenario = (
  contract: Contract,
  first: number,
  value: (scenario: number) => PlanCell,
): PlanRow['cells'] =>
  Object.fromEntries(
    contract.table.scenarios.map((_name, scenario) => [seriesLetter(first + scenario), value(scenario)]),
  );

/** What Meterbook found for each scenario when the sheets turned native. */
export function addEngineTotals(write: PlanWriter, contract: Contract, lines: readonly Line[]): void {
  const note = 'As Meterbook found them when the sheets turned native';
  sectionRow(write, 'block.engine scenarios', 'Frozen figures', note);
  for (const line of lines) {
    const format = formatOf(line);
    const id = engineId(line.id);
    write.add({
      id,
      cells: {
        C: cell(line.label, 'label'),
        D: cell(id, 'id'),
        F: unitCell(line.unit),
        ...byScenario(contract, 0, (scenario) =>
          frozen(totalValue(contract.evaluation(scenario), line), 'engine', format),
        ),
      },
    });
  }
}
