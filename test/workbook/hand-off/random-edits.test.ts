import fc from 'fast-check';
import { bringBack } from '../../../src/workbook/hand-off/bring-back/bring-back';
import { handOff } from '../../../src/workbook/hand-off/hand-off';
import { openHost, type Host } from '../host';
import { seed } from '../../property-seed';
import { edit } from './workbook-cells';

/** What a person does between handing off and bringing back, and what that makes of the rows that were handed off. */
type Edit =
  | { readonly kind: 'insert row' | 'delete row'; readonly at: number }
  | { readonly kind: 'type over'; readonly at: number }
  | { readonly kind: 'sort'; readonly ascending: boolean }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'insert rate row' };

interface Row {
  /** What row it is sorted by; undefined for a row that came in and is blank. */
  readonly price: number | undefined;
  /** What a person typed over the value. */
  readonly typed: number | undefined;
}

interface Model {
  rows: Row[];
  name: string;
  rateRow: number;
  /** How many rows with a formula were deleted. */
  deleted: number;
  isDeleted: boolean;
  isSorted: boolean;
}

const ROWS = 7;

const place = fc.nat({ max: ROWS - 1 });
const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('insert row' as const, 'delete row' as const), at: place }),
  fc.record({ kind: fc.constant('type over' as const), at: place }),
  fc.record({ kind: fc.constant('sort' as const), ascending: fc.boolean() }),
  fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('Plan', 'My plan', 'Q1-2027') }),
  fc.record({ kind: fc.constant('insert rate row' as const) }),
);

/** Prices whose order is not that of the rows. */
const priceOf = (row: number): number => ((row * 5) % ROWS) + 1;

let typedSoFar = 0;

/** Carries an edit out in the workbook and in the model of it. */
async function carryOut(host: Host, model: Model, step: Edit): Promise<void> {
  const { rows } = model;
  switch (step.kind) {
    case 'insert row': {
      const at = Math.min(step.at, rows.length);
      await edit(host, model.name, (sheet) => sheet.getRange(`${at + 1}:${at + 1}`).insert('Down'));
      rows.splice(at, 0, { price: undefined, typed: undefined });
      return;
    }
    case 'delete row': {
      if (step.at >= rows.length) return;
      await edit(host, model.name, (sheet) => sheet.getRange(`${step.at + 1}:${step.at + 1}`).delete('Up'));
      const [gone] = rows.splice(step.at, 1);
      model.isDeleted = true;
      if (gone?.price !== undefined) model.deleted += 1;
      return;
    }
    case 'type over': {
      const row = rows[step.at];
      if (row?.price === undefined) return;
      typedSoFar += 1;
      const typed = 1000.5 + typedSoFar;
      await edit(host, model.name, (sheet) => {
        sheet.getRange(`C${step.at + 1}`).values = [[typed]];
      });
      rows[step.at] = { ...row, typed };
      return;
    }
    case 'sort': {
      if (rows.length === 0) return;
      await edit(host, model.name, (sheet) => {
        sheet.getRange(`A1:C${rows.length}`).sort.apply([{ key: 1, ascending: step.ascending }]);
      });
      const sign = step.ascending ? 1 : -1;
      const blank = rows.filter(({ price }) => price === undefined);
      const filled = rows.filter(({ price }) => price !== undefined);
      filled.sort((a, b) => sign * ((a.price ?? 0) - (b.price ?? 0)));
      model.rows = [...filled, ...blank];
      model.isSorted = true;
      return;
    }
    case 'rename':
      if (step.name === model.name) return;
      await edit(host, model.name, (sheet) => {
        sheet.name = step.name;
      });
      model.name = step.name;
      return;
    default:
      await edit(host, 'Rates', (sheet) => sheet.getRange('1:1').insert('Down'));
      model.rateRow += 1;
  }
}

/** The formula of a row, as Excel would have it after the same edits had it never been away. */
const formulaOf = (row: number, { rateRow }: Model): string =>
  `=METER.TOKEN_COST(A${row},0,$B${row},0)*Rates!$A$${rateRow}`;

/** Rows, each with what stands in column C. */
async function columnC(host: Host, { name, rows }: Model): Promise<{ formula: unknown; value: unknown }[]> {
  if (rows.length === 0) return [];
  const { formulas, values } = await host.read(name, `C1:C${rows.length}`);
  return formulas.map((cells, at) => ({ formula: cells[0] as unknown, value: values[at]?.[0] as unknown }));
}

async function round(edits: readonly Edit[]): Promise<void> {
  const host = await openHost();
  try {
    const model: Model = {
      rows: Array.from({ length: ROWS }, (_row, at) => ({ price: priceOf(at), typed: undefined })),
      name: 'Costs',
      rateRow: 1,
      deleted: 0,
      isDeleted: false,
      isSorted: false,
    };
    await host.write('Rates', 'A1', [[2]]);
    await host.write(
      'Costs',
      `A1:C${ROWS}`,
      model.rows.map(({ price = 0 }, at) => [3_000_000, price, formulaOf(at + 1, model)]),
    );
    await host.idle();
    expect(await handOff()).toMatchObject({ kind: 'done', left: [] });
    for (const step of edits) await carryOut(host, model, step);

    const before = await columnC(host, model);
    const outcome = await bringBack();
    if (outcome.kind !== 'done') throw new Error(outcome.sentence);
    const after = await columnC(host, model);
    const listed = new Map(outcome.conflicts.map((conflict) => [conflict.address, conflict]));
    const isTyped = model.rows.some(({ typed }) => typed !== undefined);
    /** A sort after which some value is nowhere: nobody can tell any more what went where. */
    const isUnclear = model.isSorted && (isTyped || model.isDeleted);

    model.rows.forEach(({ price, typed }, at) => {
      const address = `C${at + 1}`;
      const there = after[at]?.formula;
      if (price === undefined) expect(there).toBe(before[at]?.formula);
      else if (typed !== undefined) expect(there).toBe(typed);
      else if (there !== formulaOf(at + 1, model)) {
        // Left alone, and listed below.
        expect(isUnclear).toBe(true);
        expect(there).toBe(before[at]?.formula);
      } else expect(after[at]?.value).toBe(3 * price * 2);
      if (typed !== undefined && !model.isSorted) {
        expect(listed.get(address)).toMatchObject({
          left: String(6 * (price ?? 0)),
          found: new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(typed),
        });
      }
    });
    const isGone = ({ found }: { readonly found: string }): boolean => found === 'deleted';
    if (!model.isSorted) expect(outcome.conflicts.filter(isGone)).toHaveLength(model.deleted);
    if (!isTyped && !isUnclear) expect(outcome.conflicts.filter((conflict) => !isGone(conflict))).toEqual([]);

    // Nothing is lost: each formula is back in a cell, or still away on the sheet Handoff.
    const { values } = await host.read('Handoff', `D8:L${ROWS + 7}`);
    const away = values.filter((cells) => cells[8] === 'Handed off');
    expect(values.every(([formula]) => String(formula).startsWith('=METER.TOKEN_COST('))).toBe(true);
    expect(away).toHaveLength(outcome.conflicts.length);
    const back = after.filter(({ formula }) => String(formula).startsWith('=METER.')).length;
    expect(back + away.length).toBe(ROWS);
  } finally {
    host.close();
  }
}

test(`whatever a person does in the meantime, formulas come back or are listed (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someEdit, { maxLength: 6 }), (edits) => round(edits)),
    { seed, numRuns: 30 },
  );
}, 400_000);
