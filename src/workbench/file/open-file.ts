import type { Locale } from '@odoo/o-spreadsheet';
import { cellAddress, columnLetters } from '../book/address';
import { DEFAULT_COLUMNS, DEFAULT_ROWS, sheetGuid } from '../book/book';
import type { BookContent } from '../book/book-content';
import type { CellStyle } from '../book/cell-styles';
import { prepareGrid } from '../book/grid';
import { NumberFormats } from '../book/number-format';
import { importIntoGrid, type GridData, type GridSheet, type GridStyle } from './grid-import';
import { leftOutOf, listed } from './left-out';
import { readPackage, type Package } from './package-parts';
import { MOST_COLUMNS, MOST_ROWS, readCells, type ReadCell } from './read-cells';
import { readCharts, type ReadChart } from './read-charts';
import { readNames, type ReadName } from './read-names';
import { readLinks, type ReadLink } from './read-links';
import { readNamedStyles, withStyleFormats } from './read-named-styles';
import { readProtection, type ReadProtection } from './read-protection';
import { readStyles, type ReadStyle } from './read-styles';
import { readTables, tableAt, type ReadTable } from './read-tables';
import { parsed, readWorkbook, type ReadWorkbook, type SheetPlace } from './read-workbook';
import { readSharedTexts } from './shared-texts';
import { apart, together } from './sheet-part';
import { storedContent } from './stored-content';
import { readsOtherBook, typedFormula, unknownCustom, type CustomNames } from './typed-formula';
import { UnreadableFile } from './unreadable-file';
import { readValidations, withoutValidations, type ReadValidation } from './validation-part';
import type { Xml } from './xml';
import { attributesOf, plainXml } from './xml-text';

/** A workbook's file, read: what the grid is made from, and what the book is completed with. */
export interface OpenedFile {
  readonly content: BookContent;
  readonly sheets: readonly OpenedSheet[];
  readonly names: readonly ReadName[];
  readonly namedStyles: readonly CellStyle[];
  /** The id of the sheet that is shown. */
  readonly activeSheet: string | undefined;
  /** What the file holds and the book will not, in words that follow "Left out:". */
  readonly leftOut: readonly string[];
}

export interface OpenedSheet {
  readonly id: string;
  readonly name: string;
  /** The sheet's part without its rows. */
  readonly frame: string;
  readonly formulas: readonly TypedFormula[];
  readonly tables: readonly ReadTable[];
  readonly validations: readonly ReadValidation[];
  readonly charts: readonly ReadChart[];
  readonly links: readonly ReadLink[];
  readonly protection: ReadProtection | undefined;
}

export interface TypedFormula {
  readonly row: number;
  readonly col: number;
  readonly formula: string;
}

/** The file cannot be opened. */
export interface RefusedFile {
  /** What it is and what to do, after the name of the file: `is empty.` */
  readonly problem: string;
}

export interface OpenOptions {
  readonly customNames: CustomNames;
  /** How the person writes dates: a text that looks like one has to stay a text. */
  readonly locale: Locale;
}

/** Reads a file without touching any book. */
export function openFile(bytes: Uint8Array, options: OpenOptions, xml: Xml): OpenedFile | RefusedFile {
  try {
    return new FileReading(readPackage(bytes), options, xml).read();
  } catch (failure) {
    if (failure instanceof UnreadableFile) return { problem: failure.message };
    throw failure;
  }
}

/** A sheet as it stands in the file. */
interface RawSheet {
  readonly path: string;
  readonly frame: string;
  readonly cells: readonly ReadCell[];
  readonly bareRows: string;
}

class FileReading {
  private readonly workbook: ReadWorkbook;
  private readonly formats = new NumberFormats();
  /** The grid's number formats, by the number that they get. */
  private readonly formatNumbers = new Map<string, number>();
  private readonly stylesPart: Document | undefined;
  private readonly styles: readonly ReadStyle[];
  private readonly otherBooks: string[] = [];
  private readonly strangers = new Set<string>();
  private lostRules = 0;

  constructor(
    private readonly file: Package,
    private readonly options: OpenOptions,
    private readonly xml: Xml,
  ) {
    prepareGrid();
    this.workbook = readWorkbook(file, xml);
    const path = this.workbook.part('styles') ?? '';
    const text = file.parts.get(path);
    this.stylesPart = text === undefined ? undefined : parsed(xml, path, text);
    this.styles = this.stylesPart === undefined ? [] : readStyles(this.stylesPart);
    if (text !== undefined) file.parts.set(path, withStyleFormats(text));
  }

  read(): OpenedFile {
    this.refuseOtherCalendar();
    const texts = readSharedTexts(this.partOf('sharedStrings'));
    const raw = this.workbook.sheets.map((place) => this.rawSheet(place, texts));
    refuseTooMany(raw.reduce((sum, { cells }) => sum + cells.length, 0));
    const bare = new Map(
      raw.map(({ path, frame, bareRows }) => [
        path,
        together(withoutValidations(frame), bareRows + asFarAs(columnsWithWidth(frame))),
      ]),
    );
    const data = importIntoGrid(this.file, this.workbook, bare, this.xml);
    const sheets = data.sheets.map((sheet, at) => this.sheet(sheet, at, raw[at]));
    this.finishLooks(data);
    return {
      content: { data, formats: this.formats },
      sheets,
      namedStyles: this.stylesPart === undefined ? [] : readNamedStyles(this.stylesPart, data),
      names: readNames(this.workbook.document, this.workbook.tabs),
      activeSheet: sheets.find(({ name }) => name === this.workbook.activeSheet)?.id,
      leftOut: this.leftOut(),
    };
  }

  private partOf(type: string): string {
    return this.file.parts.get(this.workbook.part(type) ?? '') ?? '';
  }

  private refuseOtherCalendar(): void {
    const [properties] = Array.from(this.workbook.document.getElementsByTagName('workbookPr'));
    if (/^(?:1|true)$/.test(properties?.getAttribute('date1904') ?? ''))
      throw new UnreadableFile(
        'counts its dates from 1904. Turn off "Use 1904 date system" in Excel (File, Options, Advanced), check its dates, and save it.',
      );
  }

  private rawSheet({ name, path }: SheetPlace, texts: readonly string[]): RawSheet {
    const { frame, rows } = apart(withRows(plainXml(this.file.parts.get(path) ?? '')));
    const { beyond, ...read } = readCells(rows, texts);
    if (beyond === undefined) return { path, frame, ...read };
    throw new UnreadableFile(
      `is too large: something stands in ${beyond} of its sheet "${name}", and sheets are opened up to ${columnLetters(MOST_COLUMNS - 1)}${MOST_ROWS}.`,
    );
  }

  private sheet(sheet: GridSheet, at: number, raw: RawSheet | undefined): OpenedSheet {
    if (raw === undefined) throw new UnreadableFile(`is damaged: its sheet "${sheet.name}" cannot be read.`);
    const formulas: TypedFormula[] = [];
    const tables = readTables(this.file, raw.path);
    sheet.id = sheetGuid(at + 1);
    // The grid would lock every cell of a protected sheet.
    sheet.isLocked = false;
    sheet.cells = {};
    sheet.formats = {};
    for (const cell of raw.cells) {
      const formula = this.addCell(sheet, cell, tables);
      if (formula !== undefined) formulas.push({ row: cell.row, col: cell.col, formula });
    }
    makeRoom(sheet, raw);
    keepOwnHeights(sheet, raw.bareRows);
    const validations = readValidations(raw.frame, this.options.customNames);
    this.lostRules += validations.filter((rule) => rule === undefined).length;
    return {
      id: sheet.id,
      name: sheet.name,
      frame: raw.frame,
      formulas,
      tables,
      validations: validations.filter((rule) => rule !== undefined),
      protection: readProtection(raw.frame),
      links: readLinks(this.file, raw.path, raw.frame),
      charts: readCharts(this.file, raw.path, this.xml),
    };
  }

  /** @returns the formula of the cell */
  private addCell(sheet: GridSheet, cell: ReadCell, tables: readonly ReadTable[]): string | undefined {
    const { row, col } = cell;
    const address = cellAddress(row, col);
    const format = this.styles[cell.style]?.numberFormat ?? 'General';
    const number = this.formatNumber(format);
    if (number !== undefined) sheet.formats[address] = number;
    const formula = this.formulaOf(cell, `${sheet.name}!${address}`, tableAt(row, col, tables)?.name);
    const content = formula ?? storedContent(cell.value, format === '@', this.options.locale);
    if (content !== '') sheet.cells[address] = content;
    return formula;
  }

  /** A formula that reads another workbook is left out, and its last value stays. */
  private formulaOf({ formula }: ReadCell, place: string, table: string | undefined): string | undefined {
    if (formula === undefined) return undefined;
    if (readsOtherBook(formula)) {
      this.otherBooks.push(place);
      return undefined;
    }
    for (const name of unknownCustom(formula, this.options.customNames)) this.strangers.add(name);
    return typedFormula(formula, this.options.customNames, table);
  }

  private formatNumber(format: string): number | undefined {
    const inGrid = this.formats.gridFormat(format);
    if (inGrid === '') return undefined;
    const number = this.formatNumbers.get(inGrid) ?? this.formatNumbers.size + 1;
    this.formatNumbers.set(inGrid, number);
    return number;
  }

  /** The grid's import knows few number formats, and nothing of the marks of a look. */
  private finishLooks(data: GridData): void {
    data.formats = Object.fromEntries([...this.formatNumbers].map(([format, number]) => [number, format]));
    for (const style of Object.values(data.styles)) dropStandard(style);
    this.styles.forEach(({ marks }, at) => Object.assign(data.styles[at + 1] ?? {}, marks));
    for (const { rule } of data.sheets.flatMap((sheet) => sheet.conditionalFormats ?? [])) {
      // Excel's conditional formats change neither.
      Object.assign(rule.style ?? {}, { fontSize: undefined, wrapping: undefined });
    }
  }

  private leftOut(): string[] {
    const { otherBooks, strangers, lostRules } = this;
    return [
      ...leftOutOf(this.file, this.workbook),
      ...(otherBooks.length === 0
        ? []
        : [listed('formulas that read other workbooks, which stay as their last values, in', otherBooks)]),
      ...(strangers.size === 0
        ? []
        : [listed('functions of another add-in, which show #NAME?:', [...strangers])]),
      ...(lostRules === 0 ? [] : [`${lostRules} rules of data validation with a formula for their list`]),
    ];
  }
}

/** The import writes out what every cell looks like anyway. */
function dropStandard(style: GridStyle): void {
  if (style.wrapping === 'overflow') delete style.wrapping;
  if (style.fontSize === STANDARD_SIZE) delete style.fontSize;
  if (style.verticalAlign === 'bottom') delete style.verticalAlign;
}

const STANDARD_SIZE = 10;

const MOST_CELLS = 500_000;

function refuseTooMany(count: number): void {
  if (count > MOST_CELLS)
    throw new UnreadableFile(
      `is too large: it holds ${count.toLocaleString('en-US')} cells, and files are opened up to ${MOST_CELLS.toLocaleString('en-US')}.`,
    );
}

/** A sheet may leave out its rows where it has none. */
const withRows = (sheet: string): string =>
  /<sheetData\b/.test(sheet) ? sheet : sheet.replace('</worksheet>', '<sheetData/></worksheet>');

/** How many, from the first on; one width for the rest of the sheet does not count. */
function columnsWithWidth(frame: string): number {
  const last = [...frame.matchAll(/<col\b[^>]*>/g)].map(([tag]) => Number(attributesOf(tag)['max'] ?? 0));
  return Math.max(0, ...last.filter((column) => column <= MOST_COLUMNS));
}

/** A blank cell, with which the import makes that many columns: it adds a margin of five to the last. */
const asFarAs = (columns: number): string =>
  columns > IMPORT_MARGIN ? `<row r="1"><c r="${cellAddress(0, columns - IMPORT_MARGIN)}"/></row>` : '';

const IMPORT_MARGIN = 5;

/** The grid's sheets are as large as a new one at least, reach as far as columns have a width, and have a margin. */
function makeRoom(sheet: GridSheet, { frame, cells }: RawSheet): void {
  const last = cells.reduce(
    (sum, { row, col }) => ({ row: Math.max(sum.row, row), col: Math.max(sum.col, col) }),
    { row: 0, col: 0 },
  );
  const columns = columnsWithWidth(frame);
  sheet.rowNumber = Math.max(DEFAULT_ROWS, sheet.rowNumber, last.row + 50);
  sheet.colNumber = Math.max(DEFAULT_COLUMNS, sheet.colNumber, last.col + 5, columns);
}

/** A row without a height of its own is as high as its texts need. */
function keepOwnHeights(sheet: GridSheet, rows: string): void {
  const own = new Set([...rows.matchAll(/<row r="(\d+)"[^>]* ht="/g)].map(([, row]) => Number(row) - 1));
  for (const [row, look] of Object.entries(sheet.rows)) {
    if (look !== undefined && !own.has(Number(row))) delete look.size;
  }
}
