import { isReference, readCalls } from '../../formulas/formula';
import { type CurrentPlace, placesRead } from './references';
import { type Area, absoluteAddress, zoneOf } from '../zone';

/** The longest formula that Excel takes. */
const MOST_CHARACTERS = 8192;

/**
 * A formula that does nothing but name cells, so that Excel keeps the names right: the cells that were handed off come
 * first, then what their formula read. It says whether all of them are still there. ROWS looks at no value.
 *
 * @returns undefined where the formula would be too long
 */
export function trackerFormula(own: Area, formulas: readonly string[]): string | undefined {
  const places = [absoluteAddress(own), ...placesRead(formulas, own.sheet)];
  const formula = `=IFERROR(IF(${places.map((place) => `ROWS(${place})`).join('+')}>0,"yes"),"lost")`;
  return formula.length > MOST_CHARACTERS ? undefined : formula;
}

export interface Tracked {
  /** Where the cells are now; undefined where they were deleted. */
  readonly own: Area | undefined;
  /** What the formula read, by the places that were listed when it was handed off. */
  readonly places: ReadonlyMap<string, CurrentPlace>;
}

/** @param formulas the same as when the tracker was written @param sheet on which they stood then */
export function readTracker(tracker: string, formulas: readonly string[], sheet: string): Tracked {
  const [first, ...others] = readCalls(tracker)
    .filter(({ name }) => name.toUpperCase() === 'ROWS')
    .map((call) => call.arguments[0]);
  const own = first?.kind === 'reference' && first.sheet !== undefined ? zoneOf(first.address) : undefined;
  return {
    own: own && first?.kind === 'reference' ? { ...own, sheet: first.sheet ?? '' } : undefined,
    places: new Map(
      placesRead(formulas, sheet).map((place, at) => {
        const now = others[at];
        return [place, now && isReference(now) && !now.text.includes('#REF') ? now : undefined];
      }),
    ),
  };
}
