import { orList } from '../../base/words';
import { cellOf } from '../../base/cell';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { COLUMNS } from './columns';
import { RESERVED_NAMES } from './header';

/** Longest name that a header still shows and that reads in a chart. */
const MOST_LETTERS = 60;

/**
 * What is wrong with a name for a scenario; undefined where it can be used.
 * @param others names of the table's other scenarios
 */
export function scenarioNameRefusal(name: string, others: readonly string[]): Refusal | undefined {
  const wanted = plain(name);
  if (wanted === '') return new Refusal('A scenario needs a name. Enter one, such as Delay 6 months.');
  if (name.trim().length > MOST_LETTERS) {
    return new Refusal(
      `The name has ${name.trim().length} letters: it may have at most ${MOST_LETTERS}. Shorten it, and put the rest into the description.`,
    );
  }
  const taken = [...COLUMNS, ...RESERVED_NAMES].find((word) => plain(word) === wanted);
  if (taken !== undefined) {
    return new Refusal(
      `"${taken}" means something else in the Terms table: a scenario cannot be called ${orList([...new Set([...RESERVED_NAMES, 'Low', 'High', taken])])}. Choose another name.`,
    );
  }
  if (cellOf(name).holds === 'error' || wanted === '0') {
    return new Refusal(`"${name.trim()}" cannot be told from an error or a blank cell. Choose another name.`);
  }
  const same = others.find((other) => plain(other) === wanted);
  return same === undefined
    ? undefined
    : new Refusal(
        `There is a scenario "${same}" already. Every scenario needs a name of its own: choose another.`,
      );
}
