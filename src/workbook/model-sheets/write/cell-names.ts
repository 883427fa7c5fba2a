import { Refusal } from '../../../base/refusal';
import { SCENARIO_NAME, TERMS_NAME } from '../../terms/terms-sheet';
import { CELL_NAMES, type CellName } from '../plan/names';
import type { ModelSheetKey } from '../plan/outcome';
import type { Places } from '../plan/places';

interface Target {
  readonly name: CellName;
  readonly sheet: ModelSheetKey;
  readonly id: string;
}

/** Which cell each name stands for; that of the scenario's column is made with the table. */
const TARGETS: readonly Target[] = [
  { name: CELL_NAMES.start, sheet: 'Cover', id: 'model.start' },
  { name: CELL_NAMES.months, sheet: 'Cover', id: 'model.months' },
  { name: CELL_NAMES.asOf, sheet: 'Cover', id: 'model.as of' },
  { name: CELL_NAMES.currency, sheet: 'Cover', id: 'model.currency' },
  { name: CELL_NAMES.million, sheet: 'Cover', id: 'model.million' },
  { name: CELL_NAMES.master, sheet: 'Checks', id: 'master.pass' },
];

export interface KnownName {
  readonly name: string;
  readonly item: Excel.NamedItem;
  /** The sheet that it leads to, in lower case; missing where it leads nowhere. */
  readonly sheet: string | undefined;
}

/** The names that a model needs, as far as the workbook has them. */
export async function readNames(context: Excel.RequestContext): Promise<KnownName[]> {
  const { names } = context.workbook;
  const wanted = [TERMS_NAME, SCENARIO_NAME, ...Object.values(CELL_NAMES)];
  const items = wanted.map((name) => ({ name, item: names.getItemOrNullObject(name).load('name') }));
  await context.sync();
  const there = items.filter(({ item }) => !item.isNullObject);
  const ranges = there.map(({ item }) => item.getRangeOrNullObject().load('address'));
  await context.sync();
  const sheets = ranges.map((range) => (range.isNullObject ? undefined : range.worksheet.load('name')));
  await context.sync();
  return there.map((known, index) => ({ ...known, sheet: sheets[index]?.name.toLowerCase() }));
}

/** A refusal where a name that the model needs stands for something that a person made. */
export function nameConflict(known: readonly KnownName[], ours: ReadonlySet<string>): Refusal | undefined {
  const foreign = known
    .filter(({ sheet }) => sheet !== undefined && !ours.has(sheet))
    .map(({ name }) => name);
  if (foreign.length === 0) return undefined;
  const many = foreign.length > 1;
  return new Refusal(
    `This workbook uses the ${many ? 'names' : 'name'} ${foreign.join(', ')} for something else, and a model needs ${many ? 'them' : 'it'}. Rename ${many ? 'them' : 'it'} (Formulas, Name Manager), or use a new workbook.`,
  );
}

/** Gives the names that are missing or lead nowhere their cells. */
export function writeCellNames(
  context: Excel.RequestContext,
  known: readonly KnownName[],
  sheets: ReadonlyMap<ModelSheetKey, Excel.Worksheet>,
  places: Places,
): void {
  for (const { name, sheet, id } of TARGETS) {
    const old = known.find((each) => each.name === name);
    const worksheet = sheets.get(sheet);
    if (!worksheet || old?.sheet !== undefined) continue;
    old?.item.delete();
    context.workbook.names.add(name, worksheet.getRange(`E${places.row(sheet, id)}`));
  }
}
