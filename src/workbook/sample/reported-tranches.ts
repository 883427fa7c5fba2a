import { NAMESPACE } from '../formulas/function-names';
import { calculated, dateSerial, FORMATS, input, reference, SheetWriter, text } from './draft';
import type { DraftCell, SheetDraft } from './draft';

interface ReportedTranche {
  readonly id: string;
  readonly date: string;
  readonly amount: number;
  readonly kind: 'Funded' | 'Firm' | 'Contingent';
  readonly probability: number;
  /** Of the amount. */
  readonly status: 'Reported' | 'Illustrative';
  /** Of the date and, where it is below 1, the probability. */
  readonly timing: string;
  readonly source: string;
  readonly milestone: string;
}

const BILLION = 1_000_000_000;
const DAY_ASSUMED = 'Illustrative day';
const ALL_ASSUMED = 'Illustrative';

/**
 * What the press reported of Amazon's investment in Anthropic. Reported: the amounts funded, firm and contingent in
 * total. Illustrative: days, the split of the contingent part in four, its milestone dates and probabilities.
 */
const TRANCHES: readonly ReportedTranche[] = [
  tranche('A1', '2023-09-30', 1.25, 'Funded', 1, DAY_ASSUMED, 'Reported for 2023: first investment'),
  tranche('A2', '2023-12-31', 2.75, 'Funded', 1, DAY_ASSUMED, 'Reported for 2023: option exercised'),
  tranche('A3', '2024-11-30', 4, 'Funded', 1, DAY_ASSUMED, 'Reported for November 2024: convertible'),
  tranche('F1', '2026-04-30', 5, 'Firm', 1, DAY_ASSUMED, 'Reported in April 2026: firm'),
  tranche('K1', '2027-12-31', 5, 'Contingent', 0.7, ALL_ASSUMED, 'Up to $20B: first milestone'),
  tranche('K2', '2028-12-31', 5, 'Contingent', 0.5, ALL_ASSUMED, 'Up to $20B: second milestone'),
  tranche('K3', '2029-12-31', 5, 'Contingent', 0.35, ALL_ASSUMED, 'Up to $20B: third milestone'),
  tranche('K4', '2030-12-31', 5, 'Contingent', 0.2, ALL_ASSUMED, 'Up to $20B: fourth milestone'),
];

function tranche(
  id: string,
  date: string,
  billions: number,
  kind: ReportedTranche['kind'],
  probability: number,
  timing: string,
  milestone: string,
): ReportedTranche {
  // The total of $20B is reported; that it comes in four equal parts is not.
  const status = kind === 'Contingent' ? 'Illustrative' : 'Reported';
  return {
    id,
    date,
    amount: billions * BILLION,
    kind,
    probability,
    status,
    timing,
    source: '[1]',
    milestone,
  };
}

/** The reported tranches with their provenance, their schedule, and its totals against the reported ones. */
export function draftReportedTranches(): SheetDraft {
  const sheet = new SheetWriter();
  draftHeading(sheet);
  const tranches = draftTranches(sheet);
  const mode = draftMode(sheet);
  draftTotals(sheet);
  const anchor = draftSchedule(sheet, `${tranches},,${mode}`);
  return {
    key: 'Tranches',
    sheetName: 'Sample tranches',
    widths: [44, 72, 90, 68, 72, 80, 80, 80, 80, 80],
    frozenRows: 4,
    rows: sheet.rows,
    showFirst: `A${anchor}`,
  };
}

const COLUMNS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'] as const;

function draftHeading(sheet: SheetWriter): void {
  sheet.row({ A: text('Reported investment tranches', 'title') });
  sheet.row({
    A: text(
      'Amazon in Anthropic, as the press reported it. Whatever nobody published is marked Illustrative.',
      'lead',
    ),
  });
  sheet.row({
    A: text(
      '[1] Press reports of April 2026: techvisor.pro/en/amazon-invested-5-billion-in-anthropic, evermx.com/case/amazon-anthropic-25-billion-investment-2026',
      'note',
    ),
  });
}

function draftTranches(sheet: SheetWriter): string {
  sheet.row({
    A: text('Id', 'header'),
    B: text('Date', 'headerOfNumbers'),
    C: text('Amount, USD', 'headerOfNumbers'),
    D: text('Kind', 'header'),
    E: text('Probability', 'headerOfNumbers'),
    F: text('Amount is', 'header'),
    G: text('Timing is', 'header'),
    H: text('Source', 'header'),
    I: text('What is known', 'header'),
    J: text('', 'header'),
  });
  const rows = TRANCHES.map((each) =>
    sheet.row({
      A: { content: each.id, style: 'inputText' },
      B: input(dateSerial(each.date), FORMATS.date),
      C: input(each.amount, FORMATS.wholeMoney),
      D: { content: each.kind, style: 'inputText' },
      E: input(each.probability, FORMATS.share),
      F: text(each.status, each.status === 'Reported' ? 'reported' : 'illustrative'),
      G: text(each.timing, 'illustrative'),
      H: text(each.source, 'note'),
      I: text(each.milestone, 'note'),
    }),
  );
  return `A${rows[0] ?? 0}:E${rows[rows.length - 1] ?? 0}`;
}

function draftMode(sheet: SheetWriter): string {
  sheet.row();
  const row = sheet.row({
    A: text('Mode'),
    B: { content: 'Unconditional', style: 'inputText' },
    C: text('Sequential means that a tranche needs all the ones before it.', 'note'),
  });
  return `B${row}`;
}

/** Rows that follow the totals until the first of the schedule's tranches: a blank one, the section, the header. */
const ROWS_TO_SCHEDULE = 4;

/** Each total stands in the schedule's last row: its columns G, H and J are cumulative. */
function draftTotals(sheet: SheetWriter): void {
  sheet.row();
  sheet.row({
    A: text('Totals', 'tableHead'),
    B: text('', 'tableHead'),
    C: text('Schedule, USD', 'tableHeadOfNumbers'),
    D: text('', 'tableHead'),
    E: text('', 'tableHead'),
    F: text('Reported, USD', 'tableHeadOfNumbers'),
    G: text('Difference', 'tableHeadOfNumbers'),
  });
  const totals: readonly [string, string, number][] = [
    ['Funded', 'G', 8 * BILLION],
    ['Committed (with firm)', 'H', 13 * BILLION],
    ['Maximum', 'J', 33 * BILLION],
  ];
  const lastOfSchedule = sheet.rows.length + totals.length + ROWS_TO_SCHEDULE + TRANCHES.length - 1;
  for (const [label, column, reported] of totals) {
    const row = sheet.rows.length + 1;
    sheet.row({
      A: text(label),
      C: calculated(`=${column}${lastOfSchedule}`, FORMATS.wholeMoney),
      F: reference(reported, FORMATS.wholeMoney),
      G: calculated(`=ABS(C${row}-F${row})`, FORMATS.wholeMoney),
      H: text('[1]', 'note'),
    });
  }
}

function draftSchedule(sheet: SheetWriter, callArguments: string): number {
  sheet.row();
  const fill = text('', 'section');
  sheet.row({
    ...Object.fromEntries(COLUMNS.map((column) => [column, fill])),
    A: text(
      `Schedule: one ${NAMESPACE}.TRANCHE_SCHEDULE that spills. Amounts in USD, cumulative from Funded on.`,
      'section',
    ),
  });
  const anchor = sheet.row(scheduleHeader(`=${NAMESPACE}.TRANCHE_SCHEDULE(${callArguments})`));
  TRANCHES.forEach(() => sheet.row(scheduleRow()));
  return anchor;
}

const IS_TEXT = new Set<string>(['A', 'D']);

function scheduleHeader(formula: string): Partial<Record<string, DraftCell>> {
  const cells = COLUMNS.map((column): [string, DraftCell] => [
    column,
    { style: IS_TEXT.has(column) ? 'tableHead' : 'tableHeadOfNumbers' },
  ]);
  return { ...Object.fromEntries(cells), A: text(formula, 'tableHead') };
}

function scheduleRow(): Partial<Record<string, DraftCell>> {
  const formats: Partial<Record<string, string>> = { B: FORMATS.date, E: FORMATS.share };
  return Object.fromEntries(
    COLUMNS.map((column): [string, DraftCell] => [
      column,
      IS_TEXT.has(column)
        ? { style: 'label' }
        : { style: 'calculated', format: formats[column] ?? FORMATS.wholeMoney },
    ]),
  );
}
