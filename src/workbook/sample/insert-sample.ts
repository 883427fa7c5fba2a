import { withStyles } from '../cell-styles/with-styles';
import { WorkbookStyles } from '../cell-styles/workbook-styles';
import { runBatch } from '../excel/excel-batch';
import { done, type Done } from '../step-outcome';
import { sheetList } from '../sheet-list';
import type { SheetDraft } from './draft';
import { findPlaces, type Place } from './draft-places';
import { draftPriceChecks } from './price-checks';
import { draftReportedTranches } from './reported-tranches';
import { draftReservedAndMeter } from './reserved-and-meter';
import { STYLES_OF_SAMPLE } from './sample-styles';
import { writeContents, writeLooks } from './write-draft';

/** What inserting the sample did, for the person who asked for it. */
export interface SampleReport extends Done {
  /** Names of the sheets that hold the sample now. */
  readonly sheets: readonly string[];
}

/** The sheets of the sample, in the order of their tabs. */
export const sampleDrafts = (): readonly SheetDraft[] => [
  draftPriceChecks(),
  draftReservedAndMeter(),
  draftReportedTranches(),
];

/**
 * Inserts the sample, or refreshes the one that is there: what is missing is put back, what a person typed over a
 * figure stays. A sheet that is not the sample's, or whose rows were moved about, is left alone and the sample goes into
 * a new one beside it. One step of undo.
 */
export const insertSample = (): Promise<SampleReport> =>
  withStyles(STYLES_OF_SAMPLE, () => runBatch(writeSample));

async function writeSample(context: Excel.RequestContext): Promise<SampleReport> {
  const drafts = sampleDrafts();
  // Comes with the next reading.
  const styles = new WorkbookStyles(context);
  const places = await findPlaces(context, drafts);
  for (const place of places) {
    writeContents(place);
    if (place.isNew) writeLooks(place, styles);
  }
  const [first] = places;
  if (first) {
    first.sheet.activate();
    first.sheet.getRange(first.draft.showFirst).select();
  }
  const { application } = context.workbook;
  application.load('calculationMode');
  await context.sync();
  const isManual = application.calculationMode === 'Manual';
  return { ...done(describeInsertion(places, isManual)), sheets: places.map((place) => place.name) };
}

type PlaceDone = Pick<Place, 'name' | 'isNew' | 'remarks'>;

/** What happened, in sentences. @param isManual whether the workbook calculates only when asked */
export function describeInsertion(places: readonly PlaceDone[], isManual: boolean): string {
  const parts = [
    listed(
      'Inserted',
      places.filter((place) => place.isNew),
    ),
    listed(
      'Refreshed',
      places.filter((place) => !place.isNew),
    ),
    ...places.flatMap((place) => place.remarks),
    isManual ? 'This workbook calculates on demand: press F9 to fill the new cells.' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const listed = (verb: string, places: readonly PlaceDone[]): string =>
  places.length === 0 ? '' : `${verb} ${sheetList(places.map(({ name }) => name))}.`;
