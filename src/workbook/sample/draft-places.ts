import { firstFew } from '../../base/words';
import type { DraftCell, SheetDraft } from './draft';
import { extentOf, type Extent } from './extent';

/** The sheet that a draft goes into, and what is to be said about it. */
export interface Place {
  readonly draft: SheetDraft;
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly isNew: boolean;
  /** Addresses whose content a person changed; they stay. */
  readonly kept: ReadonlySet<string>;
  readonly remarks: readonly string[];
}

interface Found {
  readonly sheet: Excel.Worksheet;
  readonly contents: Excel.Range;
}

/** A defined name leads back to a sheet of the sample, whatever it is called by now. */
export const nameOf = (draft: SheetDraft): string => `Meterbook_Sample_${draft.key}`;

/** Finds the sheets of an earlier sample by their defined names, and adds the ones that are not there. */
export async function findPlaces(
  context: Excel.RequestContext,
  drafts: readonly SheetDraft[],
): Promise<Place[]> {
  const { workbook } = context;
  const items = drafts.map((draft) => workbook.names.getItemOrNullObject(nameOf(draft)).load('name'));
  const sheets = workbook.worksheets.load('items/name');
  await context.sync();
  const found = await findSheets(context, drafts, items);
  const taken = new Set(sheets.items.map((sheet) => sheet.name.toLowerCase()));
  return drafts.map((draft, index) => {
    const old = found[index];
    const changes = old && changesOf(draft, old.contents.formulas);
    if (old && changes?.isOurLayout) return refreshed(draft, old.sheet, changes.kept);
    const item = items[index];
    if (item && !item.isNullObject) item.delete();
    return added(workbook, draft, taken, old?.sheet.name);
  });
}

/** The sheets behind the names; undefined where the name, its range or the sheet is gone. */
async function findSheets(
  context: Excel.RequestContext,
  drafts: readonly SheetDraft[],
  items: readonly Excel.NamedItem[],
): Promise<(Found | undefined)[]> {
  const ranges = items.map((item) =>
    item.isNullObject ? undefined : item.getRangeOrNullObject().load('address'),
  );
  await context.sync();
  const found = ranges.map((range, index): Found | undefined => {
    const draft = drafts[index];
    if (!range || range.isNullObject || !draft) return undefined;
    const sheet = range.worksheet.load('name');
    return { sheet, contents: sheet.getRange(extentOf(draft).address).load('formulas') };
  });
  await context.sync();
  return found;
}

/** Cells that a sentence names. */
const MOST_NAMED = 5;

function refreshed(draft: SheetDraft, sheet: Excel.Worksheet, kept: readonly string[]): Place {
  const remark =
    kept.length === 0
      ? []
      : [
          `Kept what you typed on ${sheet.name} in ${firstFew(kept, MOST_NAMED)}; clear a cell and insert again for the sample's figure.`,
        ];
  return { draft, sheet, name: sheet.name, isNew: false, kept: new Set(kept), remarks: remark };
}

function added(
  workbook: Excel.Workbook,
  draft: SheetDraft,
  taken: Set<string>,
  rearranged: string | undefined,
): Place {
  const name = freeName(draft.sheetName, taken);
  taken.add(name.toLowerCase());
  const sheet = workbook.worksheets.add(name);
  workbook.names.add(nameOf(draft), sheet.getRange(extentOf(draft).address));
  const remarks: string[] = [];
  if (rearranged !== undefined)
    remarks.push(`Left ${rearranged} as it is, because its rows have been rearranged.`);
  else if (name !== draft.sheetName) {
    remarks.push(`A sheet named ${draft.sheetName} was there already and has not been touched.`);
  }
  return { draft, sheet, name, isNew: true, kept: new Set(), remarks };
}

/** The name itself, or the first of name (2), name (3), … that no sheet has. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted} (${count})`;
  return name;
}

interface Changes {
  /** Every label and formula is where it was written, or has been cleared. */
  readonly isOurLayout: boolean;
  /** Inputs with another content than the sample's. */
  readonly kept: readonly string[];
}

const isInput = (cell: DraftCell) => cell.style === 'input' || cell.style === 'inputText';

function changesOf(draft: SheetDraft, formulas: readonly (readonly unknown[])[]): Changes {
  const extent: Extent = extentOf(draft);
  const kept: string[] = [];
  let isOurLayout = true;
  for (const { cell, row, column, address } of extent.cells) {
    if (cell.content === undefined) continue;
    const there = formulas[row]?.[column] ?? '';
    if (there === '' || sameContent(there, contentOf(cell))) continue;
    if (isInput(cell)) kept.push(address);
    else isOurLayout = false;
  }
  return { isOurLayout, kept };
}

/** A thunk is asked only now, when all rows have their place. */
export function contentOf(cell: DraftCell): string | number {
  return typeof cell.content === 'function' ? cell.content() : (cell.content ?? '');
}

/** Excel keeps 15 digits of a number, and may space or capitalise a formula in its own way. */
function sameContent(there: unknown, ours: string | number): boolean {
  if (typeof ours === 'number') return Math.abs(Number(there) - ours) <= Math.abs(ours) * 1e-14;
  const plain = (content: string) => content.replaceAll(/\s+/g, '').toUpperCase();
  return plain(String(there)) === plain(ours);
}
