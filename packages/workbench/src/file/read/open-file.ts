import type { Locale } from '@odoo/o-spreadsheet';
import { cellAddress, columnLetters } from '../../book/address';
import { sheetGuid } from '../../book/sheet-seed';
import type { BookContent } from '../../book/book-content';
import type { CellStyle } from '../../book/looks/cell-styles';
import { prepareGrid } from '../../book/grid';
import type { SheetFilter } from '../../book/rules/filters';
import { NUMBER_IN_TEXT_FORMAT, NumberFormats, STATED_GENERAL } from '../../book/cells/number-format';
import { replaceApostrophes } from '../fill/apostrophes';
import { finishLooks } from '../fill/finish-looks';
import { importIntoGrid, type GridSheet } from '../fill/grid-import';
import { paletteOf, withKnownColors } from '../fill/known-colors';
import { leftOutOf, listed } from './left-out';
import { readPackage, type Package } from '../package/package-parts';
import { MOST_COLUMNS, MOST_ROWS, readCells, type ReadCell, type StoredValue } from './read-cells';
import { readCharts, type ReadChart, type ReadCharts } from './read-charts';
import { FileDirectory, type PlannedName } from './file-directory';
import { FormulaReading, type OpenedFormula } from './formula-reading';
import { isBuiltIn, readNames, type ReadName } from './read-names';
import { readFilters } from './read-filters';
import { readCalculation, type ReadCalculation } from './read-calculation';
import { StoredValues } from './stored-values';
import { readLinks, type ReadLink } from './read-links';
import { readNamedStyles, withStyleFormats } from './read-named-styles';
import { readProtection, type ReadProtection } from './read-protection';
import { readStyles, type ReadStyle } from './read-styles';
import { readTables, tableAt, type ReadTable } from './read-tables';
import { parsed, readWorkbook, workbookPath, type ReadWorkbook, type SheetPlace } from './read-workbook';
import { readSharedTexts } from './shared-texts';
import { apart, together } from '../package/sheet-part';
import { asFarAs, keepOwnHeights, makeRoom } from '../fill/sheet-room';
import { storedContent } from './stored-content';
import { typedFormula, type CustomNames } from '../package/typed-formula';
import { UnreadableFile } from '../package/unreadable-file';
import { readValidations, withoutValidations, type ReadValidation } from '../write/validation-part';
import type { Xml } from '../package/xml';
import { plainXml } from '../package/xml-text';

/** A workbook's file, read: what the grid is made from, and what the book is completed with. */
export interface OpenedFile {
  readonly content: BookContent;
  readonly sheets: readonly OpenedSheet[];
  readonly names: readonly PlannedName[];
  readonly builtInNames: readonly ReadName[];
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
  readonly formulas: readonly OpenedFormula[];
  readonly tables: readonly ReadTable[];
  readonly validations: readonly ReadValidation[];
  readonly charts: readonly ReadChart[];
  readonly links: readonly ReadLink[];
  readonly protection: ReadProtection | undefined;
  readonly filters: readonly SheetFilter[];
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
  readonly hasDataTable: boolean;
  readonly charts: ReadCharts;
  readonly tables: readonly ReadTable[];
}

class FileReading {
  private readonly workbook: ReadWorkbook;
  private readonly sheetNames: ReadonlySet<string>;
  private readonly formats = new NumberFormats();
  /** The grid's number formats, by the number that they get. */
  private readonly formatNumbers = new Map<string, number>();
  private readonly stylesPart: Document | undefined;
  private readonly styles: readonly ReadStyle[];
  private readonly palette: readonly string[];
  private readonly calculation: ReadCalculation;
  private readonly renamed: readonly string[];
  private readonly undrawn: string[] = [];
  private readonly lostRules: string[] = [];
  /** Kinds of things that the grid's import failed on. */
  private readonly lost: string[] = [];

  constructor(
    private readonly file: Package,
    private readonly options: OpenOptions,
    private readonly xml: Xml,
  ) {
    prepareGrid();
    this.renamed = replaceApostrophes(file, workbookPath(file));
    this.workbook = readWorkbook(file, xml);
    this.calculation = readCalculation(this.workbook.document);
    this.sheetNames = new Set(this.workbook.sheets.map(({ name }) => name.toLowerCase()));
    const path = this.workbook.part('styles') ?? '';
    const text = file.parts.get(path);
    this.stylesPart = text === undefined ? undefined : parsed(xml, path, text);
    this.styles = this.stylesPart === undefined ? [] : readStyles(this.stylesPart);
    this.palette = paletteOf(text ?? '');
    if (text !== undefined) file.parts.set(path, withKnownColors(withStyleFormats(text), this.palette));
  }

  read(): OpenedFile {
    this.refuseOtherCalendar();
    const texts = readSharedTexts(this.partOf('sharedStrings'));
    const raw = this.workbook.sheets.map((place) => this.rawSheet(place, texts));
    refuseTooMany(raw.reduce((sum, { cells }) => sum + cells.length, 0));
    const bare = new Map(
      raw.flatMap(({ path, frame, bareRows, charts }) => [
        [
          path,
          together(withKnownColors(withoutValidations(frame), this.palette), bareRows + asFarAs(frame)),
        ] as const,
        ...charts.parts,
      ]),
    );
    const { data, lost } = importIntoGrid(this.file, this.workbook, bare, this.xml);
    this.lost.push(...lost);
    const { customNames } = this.options;
    const named = data.sheets.map(({ name }, at) => ({
      id: sheetGuid(at + 1),
      name,
      tables: raw[at]?.tables ?? [],
    }));
    const storedNames = readNames(this.workbook.document, this.workbook.tabs);
    const directory = new FileDirectory(named, storedNames, (stored) => typedFormula(stored, customNames));
    const formulas = new FormulaReading(directory, customNames);
    const sheets = data.sheets.map((sheet, at) => this.sheet(sheet, at, raw[at], formulas));
    const cellNames = directory.names.flatMap(({ cells }) => (cells === undefined ? [] : [cells]));
    data.namedRanges = Object.fromEntries(cellNames.map(({ gridName, address }) => [gridName, address]));
    data.formats = Object.fromEntries([...this.formatNumbers].map(([format, number]) => [number, format]));
    finishLooks(data, this.styles);
    return {
      content: { data, formats: this.formats, iteration: this.calculation.iteration },
      sheets,
      namedStyles: this.stylesPart === undefined ? [] : readNamedStyles(this.stylesPart, data),
      names: directory.names,
      builtInNames: storedNames.filter(isBuiltIn),
      activeSheet: sheets.find(({ name }) => name === this.workbook.activeSheet)?.id,
      leftOut: this.leftOut(raw, formulas.strangers),
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
    if (beyond === undefined)
      return {
        path,
        frame,
        charts: readCharts(this.file, path, this.sheetNames, this.xml),
        tables: readTables(this.file, path),
        ...read,
      };
    throw new UnreadableFile(
      `is too large: something stands in ${beyond} of its sheet "${name}", and sheets are opened up to ${columnLetters(MOST_COLUMNS - 1)}${MOST_ROWS}.`,
    );
  }

  private sheet(
    sheet: GridSheet,
    at: number,
    raw: RawSheet | undefined,
    reading: FormulaReading,
  ): OpenedSheet {
    if (raw === undefined) throw new UnreadableFile(`is damaged: its sheet "${sheet.name}" cannot be read.`);
    const { tables } = raw;
    sheet.id = sheetGuid(at + 1);
    // The grid would lock every cell of a protected sheet.
    sheet.isLocked = false;
    sheet.cells = {};
    sheet.formats = {};
    const values = new StoredValues(raw.cells, this.calculation.isComputed);
    const formulas: OpenedFormula[] = [];
    for (const cell of raw.cells) {
      const formula =
        cell.formula === undefined
          ? undefined
          : reading.read(cell, sheet.id, tableAt(cell.row, cell.col, tables)?.name, values.of(cell));
      if (formula !== undefined) formulas.push(formula);
      this.addCell(sheet, cell, formula?.content);
    }
    makeRoom(sheet, raw);
    keepOwnHeights(sheet, raw.bareRows);
    const { charts, undrawn } = raw.charts;
    this.undrawn.push(...undrawn);
    const validations = readValidations(raw.frame, this.options.customNames);
    if (validations.includes(undefined)) this.lostRules.push(sheet.name);
    return {
      id: sheet.id,
      name: sheet.name,
      frame: raw.frame,
      formulas,
      tables,
      validations: validations.filter((rule) => rule !== undefined),
      protection: readProtection(raw.frame),
      filters: readFilters(raw.frame, tables),
      links: readLinks(this.file, raw.path, raw.frame),
      charts,
    };
  }

  private addCell(sheet: GridSheet, cell: ReadCell, formula: string | undefined): void {
    const address = cellAddress(cell.row, cell.col);
    const format = this.styles[cell.style]?.numberFormat ?? 'General';
    const isComputed = formula !== undefined || cell.isFilled;
    const number = this.formatNumber(this.gridFormat(format, isComputed, cell.value));
    if (number !== undefined) sheet.formats[address] = number;
    if (cell.isFilled) return;
    const content = formula ?? storedContent(cell.value, format === '@', this.options.locale);
    if (content !== '') sheet.cells[address] = content;
  }

  /** What is General, and what is text, has to be said to the grid where it would take something else for granted. */
  private gridFormat(excel: string, isComputed: boolean, value: StoredValue): string {
    if (excel === '@' && (isComputed || value?.is === 'number' || value?.is === 'boolean'))
      return NUMBER_IN_TEXT_FORMAT;
    if (isComputed && /^general$/i.test(excel)) return STATED_GENERAL;
    return this.formats.gridFormat(excel);
  }

  private formatNumber(inGrid: string): number | undefined {
    if (inGrid === '') return undefined;
    const number = this.formatNumbers.get(inGrid) ?? this.formatNumbers.size + 1;
    this.formatNumbers.set(inGrid, number);
    return number;
  }

  private leftOut(sheets: readonly RawSheet[], strangers: ReadonlySet<string>): string[] {
    const { renamed, undrawn, lostRules } = this;
    const filtered = sheets.flatMap(({ frame, tables }, at) =>
      readFilters(frame, tables).some(({ isOfTable, columns }) => !isOfTable || columns !== '')
        ? [this.workbook.sheets[at]?.name ?? '']
        : [],
    );
    const dataTables = sheets.flatMap(({ hasDataTable }, at) =>
      hasDataTable ? [this.workbook.sheets[at]?.name ?? ''] : [],
    );
    return [
      ...leftOutOf(this.file, this.workbook),
      ...this.lost,
      ...listed('charts of a kind that is not drawn here, or of cells that are not there:', undrawn),
      ...listed('the buttons of filters, whose hidden rows stay hidden, in', filtered),
      ...listed('what-if tables, whose cells stay as values, in', dataTables),
      ...listed('functions of another add-in:', [...strangers]),
      ...listed('rules of data validation with a formula for their list, in', lostRules),
      ...listed('the straight apostrophe in the names of the sheets', renamed),
    ];
  }
}

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
