import { Refusal } from '../../base/refusal';
import { counted } from '../../base/words';
import { readBatch } from '../excel/excel-batch';
import { done, type Done } from '../step-outcome';
import { WITHOUT_US, cellFaults } from './cell-faults';
import { FAULTS, type Fault, type Finding } from './finding';
import { hiddenSheet, linkedNames, unlockedCalculations } from './sheet-faults';
import { stalePins } from './stale-pins';
import { termsFaults } from './terms-faults';
import { type WorkbookSurvey, surveyWorkbook } from './workbook-survey';
import { placesOf } from '../../terms/table/places';
import type { LocatedTerms } from '../terms/terms-sheet';

export interface ShareCheck extends Done {
  /** By fault, then in the order of the sheets. */
  readonly findings: readonly Finding[];
}

/** What somebody trips over who opens this workbook elsewhere. Reads only. */
export async function shareCheck(): Promise<ShareCheck> {
  const survey = await readBatch(surveyWorkbook);
  const findings = [...(await allFindings(survey))].sort(
    (a, b) => FAULTS.indexOf(a.fault) - FAULTS.indexOf(b.fault),
  );
  return { ...done(summary(findings)), findings };
}

async function allFindings(survey: WorkbookSurvey): Promise<Finding[]> {
  return [
    ...survey.sheets.flatMap((sheet) => [
      ...hiddenSheet(sheet),
      ...cellFaults(sheet, (fault, row, column) => isTermsText(survey.terms, sheet.name, fault, row, column)),
      ...unlockedCalculations(sheet),
    ]),
    ...linkedNames(survey),
    ...(survey.terms ? termsFaults(survey.terms) : []),
    ...(await stalePins(survey)),
  ];
}

/** Items and sources of the Terms table may well look like numbers; its values may not. */
function isTermsText(
  terms: LocatedTerms | undefined,
  sheet: string,
  fault: Fault,
  row: number,
  column: number,
): boolean {
  if (fault !== 'text number' || terms === undefined || terms.sheet.name !== sheet) return false;
  const { rowIndex: top, columnIndex: left } = terms.range;
  const isInside = row >= top && row < top + terms.values.length && column >= left;
  const places = placesOf(terms.values);
  if (!isInside || places instanceof Refusal) return false;
  return row === top + places.header.row || !places.valueColumns.has(column - left);
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) {
    return 'Nothing in this workbook trips up a recipient: it computes the same in any Excel.';
  }
  const ours = findings.filter(({ fault }) => fault === 'functions that will break');
  const others = findings.filter(({ fault }) => fault !== 'functions that will break');
  const kinds = FAULTS.filter((fault) => others.some((finding) => finding.fault === fault));
  const more =
    kinds.length === 0
      ? ''
      : `${ours.length === 0 ? 'To look at' : ' Also to look at'}: ${kinds.join(', ')}.`;
  return `${describeUses(ours)}${more}`;
}

function describeUses(uses: readonly Finding[]): string {
  if (uses.length === 0) return '';
  const cells = uses.reduce((sum, { count }) => sum + count, 0);
  const listed = uses.map(({ sheet, count }) => `${sheet} (${count})`).join(', ');
  return `${counted(cells, 'formula needs', 'formulas need')} Meterbook: ${listed}. ${WITHOUT_US}`;
}
