import { orList } from './words';
import { distance, plain } from './nearest';

/**
 * What vendors, invoices and trackers call a thing, and the words for it here. A name that is said otherwise is led to
 * the right one; it is never read in its place, since what others count under it may differ.
 */
const KNOWN_AS: readonly (readonly [said: string, ours: string])[] = [
  ['cache creation', 'cache write'],
  ['cached creation', 'cache write'],
  ['cache miss', 'cache write'],
  ['cache store', 'cache write'],
  ['cache storage', 'cache write'],
  ['cache hits', 'cache read'],
  ['cache hit', 'cache read'],
  ['cached input', 'cache read'],
  ['cached prompt', 'cache read'],
  ['cached read', 'cache read'],
  ['cached write', 'cache write'],
  ['cached tokens', 'cache read tokens'],
  ['cached price', 'cache read price'],
  ['cached token price', 'cache read price'],
  ['one hour', '1h'],
  ['1 hour', '1h'],
  ['1-hour', '1h'],
  ['priority multiplier', 'multiplier'],
  ['priority factor', 'multiplier'],
  ['service tier multiplier', 'multiplier'],
  ['regional multiplier', 'multiplier'],
  ['region multiplier', 'multiplier'],
  ['uplift', 'multiplier'],
  ['batch discount', 'batch multiplier'],
  ['batch factor', 'batch multiplier'],
  ['batch price', 'batch multiplier'],
  ['async', 'batch'],
  ['committed discount', 'discount'],
  ['negotiated discount', 'discount'],
  ['rebate', 'discount'],
  ['spillover', 'overflow'],
  ['spill-over', 'overflow'],
  ['ptus', 'units'],
  ['ptu', 'units'],
  ['gsus', 'units'],
  ['gsu', 'units'],
  ['model units', 'units'],
  ['minimum units', 'minimum'],
  ['min units', 'minimum'],
  ['minimum purchase', 'minimum'],
  ['scale increment', 'increment'],
  ['step size', 'increment'],
  ['escalation', 'escalator'],
  ['uplift per year', 'escalator'],
  ['billing period', 'rate basis'],
  ['rate unit', 'rate basis'],
  ['rollover cap', 'max rollover'],
  ['rollover limit', 'max rollover'],
  ['carryforward', 'carry-forward'],
  ['carry forward', 'carry-forward'],
  ['makeup', 'make-up'],
  ['make up', 'make-up'],
];

/** What has no name here because it belongs elsewhere. */
const BELONGS: readonly (readonly [said: string, where: string])[] = [
  ['reasoning', 'Reasoning tokens are charged as output tokens: count them there.'],
  ['thinking', 'Thinking tokens are charged as output tokens: count them there.'],
];

/** Words of which two names never mean the same: one is never proposed for the other. */
const CLASSES: readonly (readonly string[])[] = [
  ['write', 'creation'],
  ['read', 'hit', 'cached'],
  ['batch'],
  ['output', 'completion'],
  ['input', 'prompt'],
];

const words = (name: string): string[] => name.split(/[^a-z0-9]+/);

/** The price class that a name speaks of, as its place in the list; -1 for none. */
function classOf(name: string): number {
  const said = words(plain(name));
  return CLASSES.findIndex((class_) => class_.some((word) => said.includes(word)));
}

const isOfOneHour = (name: string): boolean => words(plain(name)).includes('1h');

/** The name in the words used here. */
function rephrased(wanted: string): string {
  let name = ` ${plain(wanted)} `;
  for (const [said, ours] of KNOWN_AS) name = name.replace(` ${said} `, ` ${ours} `);
  return name.trim();
}

/** Beyond this part of its letters a name is another name, not a misspelt one. */
const FARTHEST = 0.7;
/** A longer text is no misspelt name. */
const LONGEST = 60;

/** The names that may have been meant by one that is not known; none of another price class, the nearest first. */
export function meantNames(wanted: string, names: readonly string[]): string[] {
  if (wanted.length > LONGEST) return [];
  const said = rephrased(wanted);
  const ofClass = classOf(said);
  const fitting = names.filter((name) => {
    const other = classOf(name);
    return other === ofClass || ofClass === -1 || (other === -1 && !isPriced(said));
  });
  const near = fitting
    .map((name) => ({ name, away: awayFrom(plain(name), [said, plain(wanted)]) }))
    .filter(({ name, away }) => away <= FARTHEST * Math.max(name.length, said.length))
    .sort((a, b) => a.away - b.away || Number(isOfOneHour(a.name)) - Number(isOfOneHour(b.name)));
  const [first] = near;
  if (first === undefined) return [];
  // A name that says no class may mean each of those that are as near: none is chosen for the person.
  const rivals =
    ofClass === -1 && classOf(first.name) !== -1 ? near.filter(({ name }) => isRival(name, first.name)) : [];
  return [first, ...rivals].map(({ name }) => name);
}

const isPriced = (said: string): boolean => /tokens|price/.test(said);

const awayFrom = (name: string, spellings: readonly string[]): number =>
  Math.min(...spellings.map((spelling) => distance(name, spelling)));

/** Of another class and otherwise the same: Cache read price and Cache write price. */
function isRival(name: string, first: string): boolean {
  const classless = (text: string): string =>
    words(plain(text))
      .filter((word) => !CLASSES.some((class_) => class_.includes(word)))
      .join(' ');
  return name !== first && classless(name) === classless(first);
}

/** "Did you mean Cache read tokens?", or where the thing belongs; '' where nothing known is near. */
export function didYouMean(wanted: string, names: readonly string[]): string {
  const said = words(plain(wanted));
  const elsewhere = BELONGS.find(([word]) => said.includes(word));
  if (elsewhere) return ` ${elsewhere[1]}`;
  const meant = meantNames(wanted, names);
  return meant.length === 0 ? '' : ` Did you mean ${orList(meant)}?`;
}
