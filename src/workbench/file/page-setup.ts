import { pageSetupOf, type PageSetup } from '../book/page-setup';
import type { FileSource } from './sheet-cells';
import { elementsOf, node } from './xml';

/** How a sheet is printed, which the grid does not keep: by members of Excel's PageLayout. */
export function addPageSetup(sheet: Document, sheetId: string, { book }: FileSource): void {
  const setup = pageSetupOf(book, sheetId);
  const root = sheet.documentElement;
  const { fits, scale, across, down } = zoomOf(setup);
  if (fits) propertiesOf(sheet).appendChild(node(sheet, 'pageSetUpPr', { fitToPage: 1 }));
  const parts = {
    printOptions: attributesOf(setup, OPTIONS),
    pageMargins: marginsOf(setup),
    pageSetup: { scale, fitToWidth: across, fitToHeight: down, ...attributesOf(setup, PAGE) },
  };
  for (const [tag, attributes] of Object.entries(parts)) {
    if (Object.values(attributes).some((value) => value !== undefined))
      root.appendChild(node(sheet, tag, attributes));
  }
  const texts = headerFooter(sheet, setup);
  if (texts) root.appendChild(texts);
}

function propertiesOf(sheet: Document): Element {
  const [known] = elementsOf(sheet, 'sheetPr');
  return known ?? (sheet.documentElement.appendChild(node(sheet, 'sheetPr')) as Element);
}

interface Zoom {
  readonly fits: boolean;
  readonly scale: number | undefined;
  /** Pages; 0 for as many as it takes. */
  readonly across: number | undefined;
  readonly down: number | undefined;
}

function zoomOf({ members }: PageSetup): Zoom {
  const zoom = (members['Zoom'] ?? {}) as Readonly<Record<string, number | undefined>>;
  const { scale, horizontalFitToPages: across, verticalFitToPages: down } = zoom;
  const fits = across !== undefined || down !== undefined;
  return { fits, scale, across: fits ? (across ?? 0) : undefined, down: fits ? (down ?? 0) : undefined };
}

/** An attribute for each member that says something, and how its values are called in a file. */
type Attributes = Readonly<Record<string, readonly [attribute: string, values: Values]>>;
type Values = Readonly<Record<string, string | number>> | 'as it is';

const YES: Values = { true: 1 };

const OPTIONS: Attributes = {
  CenterHorizontally: ['horizontalCentered', YES],
  CenterVertically: ['verticalCentered', YES],
  PrintHeadings: ['headings', YES],
  PrintGridlines: ['gridLines', YES],
};

const PAGE: Attributes = {
  PaperSize: ['paperSize', { Letter: 1, Tabloid: 3, Legal: 5, Executive: 7, A3: 8, A4: 9, A5: 11 }],
  Orientation: ['orientation', { Landscape: 'landscape', Portrait: 'portrait' }],
  PrintOrder: ['pageOrder', { OverThenDown: 'overThenDown' }],
  BlackAndWhite: ['blackAndWhite', YES],
  DraftMode: ['draft', YES],
  PrintComments: ['cellComments', { InPlace: 'asDisplayed', EndSheet: 'atEnd' }],
  PrintErrors: ['errors', { Blank: 'blank', Dash: 'dash', NotAvailable: 'NA' }],
  FirstPageNumber: ['firstPageNumber', 'as it is'],
};

function attributesOf(
  { members }: PageSetup,
  attributes: Attributes,
): Record<string, string | number | undefined> {
  const said = Object.entries(attributes).flatMap(([member, [attribute, values]]) => {
    const value = String(members[member] ?? '');
    if (value === '') return [];
    return [[attribute, values === 'as it is' ? value : values[value]] as const];
  });
  const found = Object.fromEntries(said);
  return found['firstPageNumber'] === undefined ? found : { ...found, useFirstPageNumber: 1 };
}

const POINTS_PER_INCH = 72;
const inches = (points: number): number => Number((points / POINTS_PER_INCH).toFixed(4));

/** Excel's normal margins, in points; a file names all of them or none. */
const MARGINS = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };

function marginsOf({ members }: PageSetup): Record<string, number> {
  const own = (side: string): unknown => members[`${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`];
  if (Object.keys(MARGINS).every((side) => own(side) === undefined)) return {};
  return Object.fromEntries(
    Object.entries(MARGINS).map(([side, normal]) => [side, inches(Number(own(side) ?? normal))]),
  );
}

/** The pages of each text, by how many kinds of pages there are. */
const PAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Default: { odd: 'DefaultForAllPages' },
  FirstAndDefault: { odd: 'DefaultForAllPages', first: 'FirstPage' },
  OddAndEven: { odd: 'OddPages', even: 'EvenPages' },
  FirstOddAndEven: { odd: 'OddPages', even: 'EvenPages', first: 'FirstPage' },
};

const SIDES = { Left: '&L', Center: '&C', Right: '&R' };

function headerFooter(sheet: Document, { texts }: PageSetup): Element | undefined {
  const pages = PAGES[String(texts['State'] ?? 'Default')] ?? {};
  const parts = (['odd', 'even', 'first'] as const).flatMap((kind) =>
    (['Header', 'Footer'] as const).flatMap((place) => {
      const sides = Object.entries(SIDES).map(([side, code]) => {
        const text = String(texts[`${pages[kind] ?? ''}.${side}${place}`] ?? '');
        return text === '' ? '' : code + text;
      });
      return sides.join('') === '' ? [] : [node(sheet, `${kind}${place}`, {}, sides.join(''))];
    }),
  );
  if (parts.length === 0) return undefined;
  const differs = (kind: string): 1 | undefined => (pages[kind] === undefined ? undefined : 1);
  const keeps = (member: string): 0 | undefined => (texts[member] === false ? 0 : undefined);
  return node(
    sheet,
    'headerFooter',
    {
      differentOddEven: differs('even'),
      differentFirst: differs('first'),
      scaleWithDoc: keeps('UseSheetScale'),
      alignWithMargins: keeps('UseSheetMargins'),
    },
    ...parts,
  );
}
