import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EditValue } from '../../../src/terms/entry/edit';
import { comparePins, type PinComparison } from '../../../src/workbook/log/compare-pins';
import { type PinChoice, readPinChoices } from '../../../src/workbook/log/pin-choices';
import { pinScenario } from '../../../src/workbook/log/pin-scenario';
import type { Pin } from '../../../src/workbook/log/pins';
import { writeEdits } from '../../../src/workbook/terms/write-edits';
import type { Host } from '../host';
import { lookUp } from '../terms/terms-workbook';

/** The reference figures of the template's scenarios over the horizon, as the reference tables print them. */
const [HEADER = [], ...LINES] = readFileSync(path.join(__dirname, '../../oracle/scenarios.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','));

export function referenceFigure(line: string, figure: string): string {
  const cells = LINES.find(([name]) => name === line);
  return cells?.[HEADER.indexOf(figure)] ?? `no ${figure} of ${line}`;
}

export const referenceTotal = (line: string): string => referenceFigure(line, 'total_billed');

/** Pins a scenario at a second of one day, and gives the pin that is last in time. */
export async function pinAt(scenario: string, second: number): Promise<Pin> {
  const report = await pinScenario(scenario, new Date(Date.UTC(2027, 0, 2, 3, 0, second)));
  if (report.kind !== 'done') throw new Error(report.sentence);
  const time = `2027-01-02 03:00:${String(second).padStart(2, '0')}`;
  const pin = (await readPinChoices()).pins.find((each) => each.time === time);
  if (!pin) throw new Error(`no pin at ${time}`);
  return pin;
}

export async function compared(from: PinChoice, to: PinChoice): Promise<PinComparison> {
  const outcome = await comparePins({}, from, to);
  if (outcome.kind !== 'done') throw new Error(outcome.sentence);
  return outcome;
}

type Term = readonly [section: string, item: string, term: string, column: string];

/** Enters a term as the pane does; what stands there is read first. */
export async function enterTerm(host: Host, [section, item, term, column]: Term, value: EditValue) {
  const there = (await lookUp(host))(section, item, term, column);
  const seen = typeof there === 'number' || (typeof there === 'string' && there !== '') ? there : null;
  const report = await writeEdits([{ section, item, term, column, value, seen }]);
  if (report.kind !== 'done') throw new Error(report.sentence);
  await host.idle();
}

/** "changed Seat tool | Codex | Seats: Value 0 → 100". */
export const saidOf = ({ changes }: PinComparison): string[] | undefined =>
  changes?.terms.map(({ kind, section, item, term, parts }) => {
    const name = [section, item, term].filter((part) => part !== '').join(' | ');
    const said = parts.map(({ part, before, after }) => `${part} ${String(before)} → ${String(after)}`);
    return `${kind} ${name}: ${said.join(', ')}`;
  });

/** Sections and amounts of the steps to the cent, once they have been added up. */
export function stepsOf({ bridge, totals }: PinComparison): [string, string][] {
  if (!bridge) throw new Error('no bridge');
  const sum = bridge.steps.reduce((reached, { amount }) => reached.plus(amount), bridge.start);
  expect(sum.toString()).toBe(bridge.end.toString());
  expect([totals.from, totals.to].map(String)).toEqual([bridge.start, bridge.end].map(String));
  return bridge.steps.map(({ section, label, amount }) => [section || label, amount.toFixed(2)]);
}

/** "seat tool|codex|Seats 1200000.00": each change, or several that have one amount; they add up to their steps. */
export function changesIn({ bridge }: PinComparison): string[] {
  const steps = bridge?.steps.filter(({ sections }) => sections.length > 0) ?? [];
  return steps.flatMap(({ changes, amount: whole }) => {
    if (!changes) return [];
    const sum = changes.reduce((reached, { amount }) => reached.plus(amount), whole.times(0));
    expect(sum.toString()).toBe(whole.toString());
    return changes.map(({ keys, amount }) => `${keys.join(' + ')} ${amount.toFixed(2)}`);
  });
}

/** Types into a cell of the log while something is tried, and puts back what was there. */
export async function whileCellSays(
  host: Host,
  { sheet }: Pin,
  address: string,
  content: (before: string) => string | number,
  work: () => Promise<void>,
): Promise<void> {
  const { formulas } = await host.read(sheet, address);
  const before = formulas[0]?.[0] as string | number;
  const after = content(String(before));
  expect(after).not.toBe(before);
  await host.write(sheet, address, [[after]]);
  await host.idle();
  try {
    await work();
  } finally {
    await host.write(sheet, address, [[before]]);
    await host.idle();
  }
}

/** Enters a term while something is tried, and puts back what was there. */
export async function whileTermIs(host: Host, term: Term, value: EditValue, work: () => Promise<void>) {
  const before = (await lookUp(host))(...term);
  await enterTerm(host, term, value);
  try {
    await work();
  } finally {
    await enterTerm(host, term, before === '' ? null : (before as EditValue));
  }
}
