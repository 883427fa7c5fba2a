/*
 * What a file says of how a sheet is printed, by members of Excel's PageLayout: for writing files and for reading them.
 */

/** An attribute for each member that says something, and how its values are called in a file. */
export type Attributes = Readonly<Record<string, readonly [attribute: string, values: Values]>>;
type Values = Readonly<Record<string, string | number>> | 'as it is';

const YES: Values = { true: 1 };

export const OPTIONS: Attributes = {
  CenterHorizontally: ['horizontalCentered', YES],
  CenterVertically: ['verticalCentered', YES],
  PrintHeadings: ['headings', YES],
  PrintGridlines: ['gridLines', YES],
};

export const PAGE: Attributes = {
  PaperSize: ['paperSize', { Letter: 1, Tabloid: 3, Legal: 5, Executive: 7, A3: 8, A4: 9, A5: 11 }],
  Orientation: ['orientation', { Landscape: 'landscape', Portrait: 'portrait' }],
  PrintOrder: ['pageOrder', { OverThenDown: 'overThenDown' }],
  BlackAndWhite: ['blackAndWhite', YES],
  DraftMode: ['draft', YES],
  PrintComments: ['cellComments', { InPlace: 'asDisplayed', EndSheet: 'atEnd' }],
  PrintErrors: ['errors', { Blank: 'blank', Dash: 'dash', NotAvailable: 'NA' }],
  FirstPageNumber: ['firstPageNumber', 'as it is'],
};

export const POINTS_PER_INCH = 72;

/** Excel's normal margins, in points; a file names all of them or none. */
export const MARGINS = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };

/** LeftMargin, for left. */
export const marginMember = (side: string): string => `${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`;

/** The pages of each text, by how many kinds of pages there are. */
export const PAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Default: { odd: 'DefaultForAllPages' },
  FirstAndDefault: { odd: 'DefaultForAllPages', first: 'FirstPage' },
  OddAndEven: { odd: 'OddPages', even: 'EvenPages' },
  FirstOddAndEven: { odd: 'OddPages', even: 'EvenPages', first: 'FirstPage' },
};

export const SIDES = { Left: '&L', Center: '&C', Right: '&R' };
