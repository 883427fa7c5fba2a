import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  columnCount,
  formatZone,
  isEntireColumn,
  isUnbounded,
  parseZone,
  rowCount,
  splitSheetName,
  type Zone,
} from '../book/address';
import { BadInput, parseInput, type CellsInput, type InputCell, type InputSheet } from './cells-input';
import { openHeadless, readAddin, type AddinFolder, type Headless, type HeadlessAddin } from './headless';

type Context = Excel.RequestContext;

/** What one cell reads as: its value, null where it is blank, or its error with the sentence behind it. */
export type CellOutput =
  number | string | boolean | null | { readonly error: string; readonly message: string };

export interface CellsCommand {
  /** The add-in whose functions are computed; Excel's own alone when left out. */
  readonly addin?: AddinFolder;
  /** How a person calls the command, for what it says of its use. */
  readonly command: string;
  /** From where the person named the file. */
  readonly cwd: string;
}

/** Far beyond what any formula takes; a call that is lost must not hang a script. */
const LONGEST_CALCULATION_MS = 120_000;

const MOST_CELLS_PER_REQUEST = 20_000;

/** The grid keeps a place for every cell of a sheet, used or not. */
const MOST_CELLS_OF_SHEET = 5_000_000;

/** Room for results that spill; more is computed needlessly, cell by cell. */
const SPILL_ROWS = 10_000;
const SPILL_COLUMNS = 26;

/**
 * The command `cells`: evaluates the formulas of a JSON file with an add-in as built.
 * @param args the file, or - for standard input
 * @returns the exit code: 0 when it ran, 2 on bad input, 1 when something else went wrong; the reason is on stderr
 */
export async function main(args: readonly string[], command: CellsCommand): Promise<number> {
  try {
    const input = readInput(args, command);
    const result = await evaluate(input, command.addin && readAddin(command.addin));
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return 0;
  } catch (failure) {
    process.stderr.write(`${messageOf(failure)}\n`);
    return failure instanceof BadInput ? 2 : 1;
  }
}

const messageOf = (failure: unknown) =>
  typeof failure === 'object' && failure !== null && 'message' in failure
    ? String(failure.message)
    : String(failure);

function readInput(args: readonly string[], { command, cwd }: CellsCommand): CellsInput {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) {
    throw new BadInput(`Name one JSON file, or - for standard input: ${command} FILE.json`);
  }
  if (file === '-') return parseInput(readFileSync(0, 'utf8'), 'Standard input');
  try {
    return parseInput(readFileSync(path.resolve(cwd, file), 'utf8'), file);
  } catch (failure) {
    if (failure instanceof BadInput) throw failure;
    throw new BadInput(`${file} cannot be read: ${reasonOf(failure)}.`);
  }
}

function reasonOf(failure: unknown): string {
  const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'reading it is not allowed';
  return messageOf(failure);
}

/** From each address that is read to its values, row by row. */
export async function evaluate(
  input: CellsInput,
  addin: HeadlessAddin | undefined,
): Promise<Record<string, CellOutput[][]>> {
  const sheets = input.sheets.map((sheet) => seedOf(sheet, input));
  const excel = await openHeadless({ sheets, ...(addin && { addin }) });
  try {
    await addNames(excel, input);
    for (const sheet of input.sheets) await writeSheet(excel, sheet);
    await settled(excel);
    const result: Record<string, CellOutput[][]> = {};
    for (const read of input.reads) result[read.text] = await readZone(excel, read.sheetName, read.zone);
    return result;
  } finally {
    excel.close();
  }
}

/** A sheet that holds what is written and read, and room for what spills. */
function seedOf(sheet: InputSheet, input: CellsInput) {
  const zones = [...input.reads, ...input.names]
    .filter(({ sheetName, zone }) => sheetName === sheet.name && !isUnbounded(zone))
    .map(({ zone }) => zone);
  const corners = [...sheet.cells, ...zones.map(({ right, bottom }) => ({ column: right, row: bottom }))];
  const rows = corners.reduce((most, { row }) => Math.max(most, row + 1), 1);
  const columns = corners.reduce((most, { column }) => Math.max(most, column + 1), 1);
  if (rows * columns > MOST_CELLS_OF_SHEET) {
    throw new BadInput(
      `The sheet "${sheet.name}" reaches to row ${rows} and column ${columns}: more than the ${MOST_CELLS_OF_SHEET / 1e6} million cells that this command holds. Move its cells nearer to A1.`,
    );
  }
  return {
    name: sheet.name,
    rows: Math.min(1_048_576, rows + Math.min(SPILL_ROWS, Math.floor(MOST_CELLS_OF_SHEET / columns))),
    columns: Math.min(16_384, columns + Math.min(SPILL_COLUMNS, Math.floor(MOST_CELLS_OF_SHEET / rows))),
  };
}

async function addNames(excel: Headless, { names }: CellsInput): Promise<void> {
  await run(excel, async (context) => {
    for (const { name, sheetName, zone } of names) {
      const range = context.workbook.worksheets.getItem(sheetName).getRange(formatZone(zone));
      context.workbook.names.add(name, range);
    }
    await context.sync();
  });
}

async function writeSheet(excel: Headless, sheet: InputSheet): Promise<void> {
  await run(excel, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet.name);
    let waiting = 0;
    for (const { zone, values } of blocks(sheet.cells)) {
      worksheet.getRange(formatZone(zone)).values = values;
      waiting += rowCount(zone) * columnCount(zone);
      if (waiting < MOST_CELLS_PER_REQUEST) continue;
      await context.sync();
      waiting = 0;
    }
    await context.sync();
  });
}

/** What Excel refuses in a cell or name of the file is bad input, and Excel's words say what. */
async function run(excel: Headless, work: (context: Context) => Promise<void>): Promise<void> {
  try {
    await excel.Excel.run(work);
  } catch (failure) {
    // An error of office.js belongs to another realm: it is no instanceof Error here.
    const { code, message } = failure as { readonly code?: unknown; readonly message?: unknown };
    if (code !== 'InvalidArgument' && code !== 'ItemAlreadyExists') throw failure;
    throw new BadInput(String(message));
  }
}

interface Block {
  readonly zone: Zone;
  readonly values: InputCell['value'][][];
}

/** Rectangles of neighbouring cells: a request for each cell of a long column would take minutes. */
function blocks(cells: readonly InputCell[]): Block[] {
  const done: Block[] = [];
  let open = new Map<string, Block>();
  let lastRow = -1;
  for (const run of runsOf(cells)) {
    const { row, left, values } = run;
    const key = `${left}+${values.length}`;
    if (row !== lastRow) open = new Map([...open].filter(([, { zone }]) => zone.bottom >= row - 1));
    lastRow = row;
    const above = open.get(key);
    const grown =
      above === undefined ||
      above.zone.bottom !== row - 1 ||
      above.values.length * values.length >= MOST_CELLS_PER_REQUEST
        ? { zone: { left, right: left + values.length - 1, top: row, bottom: row }, values: [values] }
        : { zone: { ...above.zone, bottom: row }, values: above.values };
    if (above !== undefined && grown.values === above.values) {
      above.values.push(values);
      done[done.indexOf(above)] = grown;
    } else {
      done.push(grown);
    }
    open.set(key, grown);
  }
  return done;
}

interface Run {
  readonly row: number;
  readonly left: number;
  readonly values: InputCell['value'][];
}

/** Neighbouring cells of each row, from the top down. */
function runsOf(cells: readonly InputCell[]): Run[] {
  const runs: Run[] = [];
  for (const { row, column, value } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    if (last !== undefined && last.row === row && last.left + last.values.length === column)
      last.values.push(value);
    else runs.push({ row, left: column, values: [value] });
  }
  return runs;
}

async function settled(excel: Headless): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new Error(`The formulas were not computed within ${LONGEST_CALCULATION_MS / 1000} seconds.`)),
      LONGEST_CALCULATION_MS,
    );
  });
  try {
    await Promise.race([excel.idle(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whole columns and rows end with the last cell in use: the grid of a sheet is mostly blank. */
async function readZone(excel: Headless, sheetName: string, wanted: Zone): Promise<CellOutput[][]> {
  return excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const zone = isUnbounded(wanted) ? await usedPart(context, sheet, wanted) : wanted;
    if (zone === undefined) return [];
    const range = sheet.getRange(formatZone(zone));
    range.load('values,valueTypes');
    await context.sync();
    return range.values.map((line, row) =>
      line.map((value: CellOutput, column): CellOutput => {
        const type = range.valueTypes[row]?.[column];
        if (type === 'Empty') return null;
        if (type !== 'Error') return value;
        const address = formatZone(cellOf(zone, row, column));
        const message = excel.workbench.cellError(sheetName, address) ?? '';
        return { error: String(value), message };
      }),
    );
  });
}

const cellOf = ({ left, top }: Zone, row: number, column: number): Zone => ({
  left: left + column,
  right: left + column,
  top: top + row,
  bottom: top + row,
});

async function usedPart(context: Context, sheet: Excel.Worksheet, wanted: Zone): Promise<Zone | undefined> {
  const used = sheet.getRange(formatZone(wanted)).getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  if (used.isNullObject) return undefined;
  const zone = parseZone(splitSheetName(used.address).address);
  return zone && { ...wanted, ...(isEntireColumn(wanted) ? { bottom: zone.bottom } : { right: zone.right }) };
}
