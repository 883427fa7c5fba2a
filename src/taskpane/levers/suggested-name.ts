import type { EditValue } from '../../terms/entry/edit';

type Said = (answers: Readonly<Record<string, EditValue>>) => string;

const text = (value: EditValue | undefined): string => (typeof value === 'string' ? value : '');

/** What a scenario is called that a lever makes, by the lever's id and its answers. */
const NAMES: Readonly<Record<string, Said>> = {
  'cutover-moves': ({ months }) => {
    const moved = typeof months === 'number' ? months : 0;
    const unit = Math.abs(moved) === 1 ? 'month' : 'months';
    return moved === 0
      ? 'Cutover moved'
      : `Cutover ${Math.abs(moved)} ${unit} ${moved > 0 ? 'later' : 'earlier'}`;
  },
  'meter-denied': () => 'Meter denied',
  'usage-culture': ({ outcome }) => text(outcome),
  'second-vendor': ({ vendor }) => `Hedge to ${text(vendor) || 'a second vendor'}`,
  'model-held': ({ product }) => (text(product) === '' ? 'Model held' : `Model of ${text(product)} held`),
  'price-war': () => 'Price war',
  'early-exit': () => 'Early exit',
  'tranche-due': ({ tranche }) => (text(tranche) === '' ? 'Tranche due' : `${text(tranche)} due`),
};

const MOST_LETTERS = 50;

/** A name that says what the lever does; not yet one that is free. */
export const suggestedName = (lever: string, answers: Readonly<Record<string, EditValue>>): string =>
  (NAMES[lever]?.(answers) || 'New scenario').slice(0, MOST_LETTERS).trim();
