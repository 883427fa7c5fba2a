import { Refusal } from '../../base/refusal';
import { explainForeignError, isErrorCode } from '../excel/cell-error';
import type { ModelForm } from '../model-sheets/write/change-form';
import { type Dependent, type Dependents, placeKey } from './dependents';
import type { FormulaReader } from './native-reading';
import { canBeFollowed, rewritten } from './record/references';
import { trackerFormula } from './record/tracker';
import { addressOf, firstCell } from './zone';

/** What takes the place of a formula. */
export type Replacement =
  | { readonly kind: 'native'; readonly formula: string }
  /** @property reason why there is no native formula, in a sentence */
  | { readonly kind: 'value'; readonly reason: string };

export interface PlannedCell extends Dependent {
  readonly replacement: Replacement;
  /** The formula that follows the cells while this one is away. */
  readonly tracker: string;
}

/** Something that will go on depending on Meterbook. */
export interface LeftAlone {
  readonly sheet: string;
  /** Empty where it concerns the whole sheet or a name. */
  readonly address: string;
  readonly sentence: string;
}

export interface HandOffPlan {
  readonly cells: readonly PlannedCell[];
  readonly left: readonly LeftAlone[];
  /** The sheets of a model that ask Meterbook for their figures; undefined where there are none. */
  readonly model?: ModelForm;
}

/** What is left to replace cell by cell once the sheets of the model stand in formulas of Excel. */
export const besideModel = ({ cells, left, model }: HandOffPlan): HandOffPlan => ({
  cells: cells.filter(({ area }) => model?.formulas.has(`${area.sheet}!${firstCell(area)}`) !== true),
  left,
});

/** Errors that are no result: handing them off would lose the result that the cell will have. */
const PASSING = new Set([
  '#NAME?',
  '#BUSY!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#CONNECT!',
  '#BLOCKED!',
  '#FIELD!',
  '#UNKNOWN!',
]);

/** Decides for each cell that depends on Meterbook what takes its place. */
export function planHandOff(found: Dependents, nativeOf: FormulaReader): HandOffPlan {
  const left: LeftAlone[] = [
    ...[...found.locked].map(([sheet, count]) => ({
      sheet,
      address: '',
      sentence: lockedSentence(sheet, count),
    })),
    ...found.names.map((name) => ({ sheet: '', address: '', sentence: nameSentence(name) })),
  ];
  const blocks = new Map(found.cells.map((cell) => [placeKey(cell.area.sheet, firstCell(cell.area)), cell]));
  const cells = found.cells.flatMap((cell): PlannedCell[] => {
    const { sheet } = cell.area;
    const address = firstCell(cell.area);
    const obstacle = obstacleOf(cell);
    const replacement = replacementOf(cell, nativeOf, blocks);
    const own = cell.area.rows === 1 ? cell.area : { ...cell.area, rows: 1 };
    const native = replacement.kind === 'native' ? [replacement.formula] : [];
    const tracker = trackerFormula(own, [cell.formula, ...native]);
    if (obstacle !== undefined || tracker === undefined) {
      left.push({ sheet, address, sentence: obstacle ?? tooMany(sheet, address) });
      return [];
    }
    return [{ ...cell, replacement, tracker }];
  });
  return { cells, left };
}

function obstacleOf({ area, values }: Dependent): string | undefined {
  const error = values.flat().find((value): value is string => isErrorCode(value) && PASSING.has(value));
  if (error === undefined) return undefined;
  return `${area.sheet}!${firstCell(area)} shows ${error} and stays as it is. ${explainForeignError(error, [])}`;
}

function replacementOf(
  cell: Dependent,
  nativeOf: FormulaReader,
  blocks: ReadonlyMap<string, Dependent>,
): Replacement {
  const { area, functions } = cell;
  const formula = withoutBlockMarks(cell, blocks);
  if (functions.length === 0) return { kind: 'native', formula };
  const { sheet, rows, columns } = area;
  const native = nativeOf(formula, { sheet, address: firstCell(area), rows, columns });
  if (native instanceof Refusal) return { kind: 'value', reason: native.sentence };
  if (!canBeFollowed(native.formula)) return { kind: 'value', reason: CANNOT_FOLLOW };
  return { kind: 'native', formula: native.formula };
}

const CANNOT_FOLLOW =
  'Its native formula reads cells in a way that could not be followed when rows are inserted.';

/** C5# becomes C5:N64 where the block will stand as values. */
function withoutBlockMarks({ formula, area }: Dependent, blocks: ReadonlyMap<string, Dependent>): string {
  return rewritten(formula, (reference) => {
    if (reference.kind !== 'reference' || !reference.spill) return reference.text;
    const block = blocks.get(placeKey(reference.sheet ?? area.sheet, reference.address));
    if (!block) return reference.text;
    const prefix = reference.text.slice(0, reference.text.lastIndexOf('!') + 1);
    return `${prefix}${addressOf(block.area).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
  });
}

const lockedSentence = (sheet: string, count: number): string =>
  `The sheet ${sheet} is protected, and its ${count === 1 ? 'formula stays' : `${count} formulas stay`} as ${count === 1 ? 'it is' : 'they are'}. Choose Review > Unprotect Sheet first.`;

const nameSentence = (name: string): string =>
  `The name ${name} calls Meterbook and stays as it is. Change it in Formulas > Name Manager.`;

const tooMany = (sheet: string, address: string): string =>
  `${sheet}!${address} reads more places than can be followed and stays as it is. Replace it by its value by hand.`;
