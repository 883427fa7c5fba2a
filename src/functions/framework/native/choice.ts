import { Refusal } from '../../../base/refusal';
import { isBlank } from '../../../base/cell';
import { needed, onlyCell, type NativeArgument } from './argument';
import { compare, either, EMPTY, REFUSED, text, type Expression } from './expression';

type Alternatives<W extends string> = Readonly<Record<W, () => Expression | Refusal>>;

/**
 * A reading that depends on a word. Written in the call, the word settles it; in a cell, the formula asks the cell, so
 * that another word may be chosen there. A word that has no formula, or that is no choice, gives #N/A then.
 */
export function byWord<W extends string>(
  argument: NativeArgument,
  byDefault: NoInfer<W>,
  alternatives: Alternatives<W>,
): Expression | Refusal {
  const words = Object.keys(alternatives) as W[];
  const inForce = words.find((word) => isWord(onlyCell(argument.value), word)) ?? byDefault;
  const chosen = alternatives[inForce]();
  const isFixed = argument.written !== 'cells' && argument.value !== undefined;
  if (isFixed || chosen instanceof Refusal) return chosen;
  const cell = needed(argument);
  const asked = words.reduceRight<Expression>((otherwise, word) => {
    const reading = alternatives[word]();
    return reading instanceof Refusal
      ? otherwise
      : either(compare(cell, '=', text(word)), reading, otherwise);
  }, REFUSED);
  if (!isBlank(onlyCell(argument.value))) return asked;
  return either(compare(cell, '=', EMPTY), chosen, asked);
}

const isWord = (value: unknown, word: string): boolean =>
  typeof value === 'string' && value.trim().toLowerCase() === word.toLowerCase();
