import {
  formatZone,
  isEntireColumn,
  isEntireRow,
  parseZone,
  splitSheetName,
  WHOLE_SHEET,
  type Zone,
} from '../book/address';
import { changePageSetup, pageSetupOf, type PageSetup, type PrintArea } from '../book/page-setup';
import { invalidArgument, itemNotFound, type HostObject } from '../interpreter/host-object';
import { RangeAreas } from './range/range-areas';
import { Range } from './range/range';
import { defineStoredMembers, type MemberStore } from './stored-members';
import type { Worksheet } from './worksheet';

/** How a sheet is printed. */
export class PageLayout implements HostObject, MemberStore {
  readonly $type = 'PageLayout';

  constructor(readonly $sheet: Worksheet) {}

  get HeadersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.$sheet);
  }

  get Zoom(): unknown {
    return this.$read('Zoom') ?? { scale: 100 };
  }

  /** Either a scale in percent, or the number of pages that the sheet is to fit on. */
  set Zoom(zoom: unknown) {
    const { scale, horizontalFitToPages, verticalFitToPages } = zoom as Record<string, unknown>;
    if (scale !== undefined && scale !== null && !(Number(scale) >= 10 && Number(scale) <= 400)) {
      throw invalidArgument(`A sheet is printed at 10 to 400 percent, not at ${String(scale)}.`);
    }
    const fits = { horizontalFitToPages, verticalFitToPages };
    const given = Object.entries(scale === undefined || scale === null ? fits : { scale });
    this.$write(
      'Zoom',
      Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== null)),
    );
  }

  SetPrintArea(area: unknown): void {
    this.setArea('area', area, () => true, 'a range');
  }

  SetPrintTitleRows(rows: unknown): void {
    this.setArea('titleRows', rows, (range) => isEntireRow(range.$zone), 'whole rows');
  }

  SetPrintTitleColumns(columns: unknown): void {
    this.setArea('titleColumns', columns, (range) => isEntireColumn(range.$zone), 'whole columns');
  }

  SetPrintMargins(unit: string, margins: Readonly<Record<string, number>>): void {
    const points = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[unit];
    if (points === undefined) throw invalidArgument(`"${unit}" is not a unit of margins.`);
    for (const [side, size] of Object.entries(margins)) {
      const member = side === 'header' || side === 'footer' ? side : side.toLowerCase();
      this.$write(`${member.charAt(0).toUpperCase()}${member.slice(1)}Margin`, size * points);
    }
  }

  GetPrintArea(): RangeAreas {
    return this.GetPrintAreaOrNullObject() ?? missing();
  }

  GetPrintAreaOrNullObject(): RangeAreas | null {
    const ranges = this.area('area');
    return ranges.length === 0 ? null : new RangeAreas(ranges);
  }

  GetPrintTitleRows(): Range {
    return this.GetPrintTitleRowsOrNullObject() ?? missing();
  }

  GetPrintTitleRowsOrNullObject(): Range | null {
    return this.area('titleRows')[0] ?? null;
  }

  GetPrintTitleColumns(): Range {
    return this.GetPrintTitleColumnsOrNullObject() ?? missing();
  }

  GetPrintTitleColumnsOrNullObject(): Range | null {
    return this.area('titleColumns')[0] ?? null;
  }

  $read(member: string): unknown {
    return this.setup.members[member];
  }

  $write(member: string, value: unknown): void {
    this.change({ members: { ...this.setup.members, [member]: value } });
  }

  private setArea(kind: PrintArea, given: unknown, fits: (range: Range) => boolean, what: string): void {
    const ranges = this.rangesOf(given);
    if (!ranges.every(fits)) throw invalidArgument(`This takes ${what} of the sheet.`);
    // The grid moves references to cells, not those to whole rows and columns.
    const texts = ranges.map((range) => formatZone(range.$bounded));
    this.change({ areas: { ...this.setup.areas, [kind]: texts } });
  }

  private rangesOf(given: unknown): readonly Range[] {
    if (given instanceof Range) return [given];
    if (given instanceof RangeAreas) return given.$ranges;
    return String(given)
      .split(',')
      .map((address) => this.$sheet.GetRange(splitSheetName(address.trim()).address));
  }

  private area(kind: PrintArea): Range[] {
    return (this.setup.areas[kind] ?? []).flatMap((text) => {
      const cells = parseZone(text);
      if (cells === undefined) return [];
      return [new Range(this.$sheet.$host, this.$sheet.$sheetId, { ...cells, ...WHOLE[kind] })];
    });
  }

  private get setup(): PageSetup {
    return pageSetupOf(this.$sheet.$host.book, this.$sheet.$sheetId);
  }

  private change(change: Partial<PageSetup>): void {
    changePageSetup(this.$sheet.$host.book, this.$sheet.$sheetId, change);
  }
}

const WHOLE: Readonly<Record<PrintArea, Partial<Zone>>> = {
  area: {},
  titleRows: { left: WHOLE_SHEET.left, right: WHOLE_SHEET.right },
  titleColumns: { top: WHOLE_SHEET.top, bottom: WHOLE_SHEET.bottom },
};

const PAPER = ['Letter', 'Legal', 'Tabloid', 'Executive', 'A3', 'A4', 'A5'];

/** Margins in points: Excel's "normal" ones. */
defineStoredMembers(
  PageLayout.prototype,
  {
    Orientation: { standard: 'Portrait', allowed: ['Portrait', 'Landscape'] },
    PaperSize: { standard: 'Letter', allowed: PAPER },
    PrintOrder: { standard: 'DownThenOver', allowed: ['DownThenOver', 'OverThenDown'] },
    PrintErrors: { standard: 'AsDisplayed', allowed: ['AsDisplayed', 'Blank', 'Dash', 'NotAvailable'] },
    PrintComments: { standard: 'NoComments', allowed: ['NoComments', 'EndSheet', 'InPlace'] },
    BlackAndWhite: { standard: false, allowed: 'boolean' },
    DraftMode: { standard: false, allowed: 'boolean' },
    CenterHorizontally: { standard: false, allowed: 'boolean' },
    CenterVertically: { standard: false, allowed: 'boolean' },
    PrintHeadings: { standard: false, allowed: 'boolean' },
    PrintGridlines: { standard: false, allowed: 'boolean' },
    FirstPageNumber: { standard: '' },
    LeftMargin: { standard: 50.4, allowed: 'number' },
    RightMargin: { standard: 50.4, allowed: 'number' },
    TopMargin: { standard: 54, allowed: 'number' },
    BottomMargin: { standard: 54, allowed: 'number' },
    HeaderMargin: { standard: 21.6, allowed: 'number' },
    FooterMargin: { standard: 21.6, allowed: 'number' },
  },
  'PageLayout',
);

/** Texts in headers and footers, by page. */
class HeaderFooterGroup implements HostObject, MemberStore {
  readonly $type = 'HeaderFooterGroup';

  constructor(private readonly sheet: Worksheet) {}

  get DefaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.sheet, 'DefaultForAllPages');
  }

  get FirstPage(): HeaderFooter {
    return new HeaderFooter(this.sheet, 'FirstPage');
  }

  get EvenPages(): HeaderFooter {
    return new HeaderFooter(this.sheet, 'EvenPages');
  }

  get OddPages(): HeaderFooter {
    return new HeaderFooter(this.sheet, 'OddPages');
  }

  $read = (member: string) => readText(this.sheet, member);
  $write = (member: string, value: unknown) => writeText(this.sheet, member, value);
}

defineStoredMembers(
  HeaderFooterGroup.prototype,
  {
    State: { standard: 'Default', allowed: ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] },
    UseSheetMargins: { standard: true, allowed: 'boolean' },
    UseSheetScale: { standard: true, allowed: 'boolean' },
  },
  'HeaderFooterGroup',
);

class HeaderFooter implements HostObject, MemberStore {
  readonly $type = 'HeaderFooter';

  constructor(
    private readonly sheet: Worksheet,
    private readonly pages: string,
  ) {}

  $read = (member: string) => readText(this.sheet, `${this.pages}.${member}`);
  $write = (member: string, value: unknown) =>
    writeText(this.sheet, `${this.pages}.${member}`, String(value));
}

const PLACES = ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'];

defineStoredMembers(
  HeaderFooter.prototype,
  Object.fromEntries(PLACES.map((place) => [place, { standard: '' }])),
  'HeaderFooter',
);

const readText = ({ $host, $sheetId }: Worksheet, key: string) =>
  pageSetupOf($host.book, $sheetId).texts[key];

function writeText({ $host, $sheetId }: Worksheet, key: string, value: unknown): void {
  const { texts } = pageSetupOf($host.book, $sheetId);
  changePageSetup($host.book, $sheetId, { texts: { ...texts, [key]: value } });
}

const missing = (): never => {
  throw itemNotFound();
};
