import type { ModelSheetKey } from '../plan/outcome';
import type { SheetPlan } from '../plan/plan';
import { Places, type SheetPlace } from '../plan/places';
import type { FoundSheet, Survey } from './survey';
import { placeOfTerms } from '../sheets/write-terms-sheet';

/** Beginnings of the ids that Meterbook gives to rows; a text in column D that has none of them was written by a person. */
const OUR_FAMILIES =
  /^(?:sheet|axis|block|months|constants|check|opening|tie|tranche|head|total|year|contract year|less Base|headline|model|map|status|legend|convention|name|master|native|engine|part|input|constant|end|time|transition|behaviour|usage|reserved|vendor|price|hold|token|tier|commitment|take-or-pay|prepaid|tools|invoice|counterfactual|same volume|comparison|crossing|chargeback|valuation|capital)\b[^.]*\./;

/** Rows that an earlier plan wrote and that this one no longer has: of a product or a tranche that left the table. */
export function goneRows(plan: SheetPlan, { formulas, place }: FoundSheet): number[] {
  const planned = new Set(plan.rows.map(({ id }) => id));
  return [...place.rows].flatMap(([id, row]) =>
    planned.has(id) || !OUR_FAMILIES.test(id) || isAnnotated(formulas[row - 1]) ? [] : [row],
  );
}

/** A person wrote into the two narrow columns that rows leave free. */
const isAnnotated = (row: readonly unknown[] | undefined): boolean =>
  [row?.[0], row?.[1]].some((cell) => cell !== undefined && cell !== '' && !isHeading(row));

/** A generated heading fills the first column itself. */
const isHeading = (row: readonly unknown[] | undefined): boolean =>
  /^(?:block|sheet)\./.test(String(row?.[3] ?? ''));

/** Where the rows of the sheets stand that are there. @param terms the name of the sheet with the table */
export const placesThere = (plans: readonly SheetPlan[], { found }: Survey, terms: string): Places =>
  new Places(
    new Map<ModelSheetKey, SheetPlace>([
      ...[...found].map(([key, sheet]) => [key, placeThere(plans, key, sheet)] as const),
      ['Terms', placeOfTerms(terms)],
    ]),
  );

export function placeThere(plans: readonly SheetPlan[], key: ModelSheetKey, sheet: FoundSheet): SheetPlace {
  const plan = plans.find((each) => each.key === key);
  return plan ? withFollowers(plan, sheet) : sheet.place;
}

/** Rows without an id of their own: below the row that they follow, where their formula is found. */
function withFollowers(plan: SheetPlan, found: FoundSheet): SheetPlace {
  const rows = new Map(found.place.rows);
  for (const { id, follows } of plan.rows) {
    const above = follows === undefined ? undefined : rows.get(follows);
    if (above === undefined) continue;
    const below = found.formulas.findIndex(
      (row, index) =>
        index >= above && row.some((cell) => typeof cell === 'string' && cell.includes('.CHECK(')),
    );
    rows.set(id, below < 0 ? above + 1 : below + 1);
  }
  return { ...found.place, rows };
}
