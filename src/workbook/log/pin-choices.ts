import { Refusal } from '../../base/refusal';
import { readBatch } from '../excel/excel-batch';
import { inForceOf } from '../terms/read-terms';
import { placesOf } from '../../terms/table/places';
import { locateTerms } from '../terms/terms-sheet';
import { type Pin, readPins } from './pins';

/** What can be compared: a pin of the log, or a scenario as the workbook has it now. */
export type PinChoice = { readonly pin: Pin } | { readonly now: string };

export interface PinChoices {
  /** The latest first. */
  readonly pins: readonly Pin[];
  /** The scenarios of the Terms table; none where the workbook has no table that can be read. */
  readonly scenarios: readonly string[];
  /** The scenario in force, where the table has it. */
  readonly inForce: string | undefined;
}

/** What the workbook has to compare. */
export const readPinChoices = (): Promise<PinChoices> =>
  readBatch(async (context) => {
    const pins = latestFirst(await readPins(context));
    const terms = await locateTerms(context);
    const places = terms && placesOf(terms.values);
    if (!terms || !places || places instanceof Refusal) return { pins, scenarios: [], inForce: undefined };
    const scenarios = places.header.scenarios.map(({ name }) => name);
    const { place } = inForceOf(terms.scenarioCell, places);
    return { pins, scenarios, inForce: place === undefined ? undefined : scenarios[place] };
  });

/** Times are in ISO form and sort as texts; of two at one time the lower row is the later one. */
const latestFirst = (pins: readonly Pin[]): Pin[] =>
  [...pins].sort((a, b) => (a.time === b.time ? b.row - a.row : a.time < b.time ? 1 : -1));

/** The pin as the log has it by now: rows may have been sorted or added, and cells typed into, since it was read. */
export function sameIn(pins: readonly Pin[], wanted: Pin): Pin | undefined {
  const same = pins.filter(({ time, scenario }) => time === wanted.time && scenario === wanted.scenario);
  const unchanged = same.filter(({ hash }) => hash === wanted.hash);
  const candidates = unchanged.length > 0 ? unchanged : same;
  return candidates.find(({ row }) => row === wanted.row) ?? candidates[0];
}
