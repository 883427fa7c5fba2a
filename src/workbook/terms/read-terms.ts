import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { type TermPlaces, placesOf } from '../../terms/table/places';
import { readBatch } from '../excel/excel-batch';
import { type LocatedTerms, NO_TABLE, locateTerms } from './terms-sheet';

/** The scenario that the cell Scenario names. */
export interface ScenarioInForce {
  /** As the cell says it; Base where it is blank or missing. */
  readonly name: string;
  /** Its place in the table's scenarios, 0 for Base; missing where the table has no such column. */
  readonly place: number | undefined;
  /** Missing where the workbook has no name Scenario. */
  readonly address: string | undefined;
}

export interface TermsFound {
  /** The table with its header, as `termsOf` takes it. */
  readonly values: readonly (readonly unknown[])[];
  /** The same with formulas where cells have them, in Excel's en-US spelling. */
  readonly formulas: readonly (readonly unknown[])[];
  readonly sheet: string;
  readonly isProtected: boolean;
  /** Of the table with its header. */
  readonly address: string;
  /** Of its upper left cell in the sheet, from 0. */
  readonly top: number;
  readonly left: number;
  /** Where each term and column stands; a refusal where the header cannot be read. */
  readonly places: TermPlaces | Refusal;
  readonly inForce: ScenarioInForce;
}

/** The Terms table of the open workbook as it stands now. */
export const readTerms = (): Promise<TermsFound | Refusal> =>
  readBatch(async (context) => {
    const located = await locateTerms(context);
    return located ? foundTerms(located) : new Refusal(NO_TABLE);
  });

function foundTerms(located: LocatedTerms): TermsFound {
  const { range, values, formulas, sheet, isProtected, scenarioCell } = located;
  const places = placesOf(values);
  return {
    values,
    formulas,
    sheet: sheet.name,
    isProtected,
    address: range.address,
    top: range.rowIndex,
    left: range.columnIndex,
    places,
    inForce: inForceOf(scenarioCell, places instanceof Refusal ? undefined : places),
  };
}

export function inForceOf(cell: Excel.Range | undefined, places: TermPlaces | undefined): ScenarioInForce {
  const name = String(cell?.values[0]?.[0] ?? '').trim() || 'Base';
  const place = places?.header.scenarios.findIndex((scenario) => plain(scenario.name) === plain(name)) ?? -1;
  return { name, place: place < 0 ? undefined : place, address: cell?.address };
}
