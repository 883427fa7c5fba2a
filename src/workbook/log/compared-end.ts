import about from '../../../package.json';
import type { TableScenario } from '../../analysis/joined-tables';
import { type Decimal, decimalFromCell } from '../../base/decimal';
import { Refusal } from '../../base/refusal';
import { pinnedTerms, readPinnedTerms } from '../../terms/exchange/pinned-terms';
import { type ScenarioRows, scenarioRows } from '../../terms/exchange/scenario-rows';
import { termsHash } from '../../terms/exchange/terms-hash';
import { parseTerms } from '../../terms/table/parse';
import { problemText } from '../../terms/table/problem';
import { locateTerms, NO_TABLE } from '../terms/terms-sheet';
import { findLog, type LogSheet } from './log-sheet';
import { columnIn, type Pin, pinsOf, readTermsOf } from './pins';
import { type PinChoice, sameIn } from './pin-choices';
import { termsHeader } from './terms-cells';

export const { version: VERSION } = about;

/** One of two that are compared: a pin, or a scenario as it stands now. */
export interface ComparedEnd {
  /** "Base at 2027-01-02 03:04:05", "Base now". */
  readonly name: string;
  readonly scenario: string;
  /** Missing for what stands now. */
  readonly pin: Pin | undefined;
  readonly version: string;
  readonly hash: string;
  /** Missing where it is not known before the terms are. */
  readonly currency: string | undefined;
  /** The total billed as it was pinned; missing for what stands now, and where the log has no number. */
  readonly pinned: Decimal | undefined;
  readonly terms: EndTerms | undefined;
  /** Its terms are not those of its hash. */
  readonly isChanged: boolean;
  /** What keeps its terms from being compared, in a sentence. */
  readonly remark: string | undefined;
}

export interface EndTerms {
  readonly rows: ScenarioRows;
  /** Missing where this version of Meterbook cannot compute them. */
  readonly model: TableScenario | undefined;
}

type Block = readonly (readonly unknown[])[];

/** Both ends as the workbook has them, or why they cannot be compared. */
export async function readEnds(
  context: Excel.RequestContext,
  choices: readonly [PinChoice, PinChoice],
): Promise<readonly [ComparedEnd, ComparedEnd] | Refusal> {
  const log = await findLog(context);
  const pins = log ? await pinsOf(context, log) : [];
  const wanted = choices.map((choice) => ('pin' in choice ? sameIn(pins, choice.pin) : undefined));
  const found = wanted.filter((pin) => pin !== undefined);
  const texts = log ? await readTermsOf(context, log, found) : [];
  const located = choices.some((choice) => 'now' in choice) ? await locateTerms(context) : undefined;
  const ends: ComparedEnd[] = [];
  for (const [place, choice] of choices.entries()) {
    const pin = wanted[place];
    const end =
      'now' in choice
        ? await endNow(located?.values, choice.now)
        : pin && log
          ? await endOf(log, pin, texts[found.indexOf(pin)] ?? '')
          : gone(choice.pin);
    if (end instanceof Refusal) return end;
    ends.push(end);
  }
  const [from, to] = ends;
  return from && to ? [from, to] : new Refusal(NO_TABLE);
}

const gone = ({ scenario, time }: Pin): Refusal =>
  new Refusal(`The log has no pin of ${scenario} at ${time} any more: undo its removal, or choose another.`);

/** What stands now is read as a pin of it would be. */
async function endNow(values: Block | undefined, scenario: string): Promise<ComparedEnd | Refusal> {
  if (!values) return new Refusal(NO_TABLE);
  const text = pinnedTerms(values, scenario);
  const block = text === undefined ? undefined : readPinnedTerms(text);
  if (!block) {
    return new Refusal(`The Terms table has no scenario "${scenario}" any more: choose another.`);
  }
  const { problems } = parseTerms(values);
  if (problems.length > 0) return new Refusal(problemText(problems));
  const name = `${scenario} now`;
  const hash = (await termsHash(values, scenario)) ?? '';
  const common = {
    name,
    scenario,
    pin: undefined,
    version: VERSION,
    hash,
    pinned: undefined,
    isChanged: false,
  };
  return { ...common, ...termsIn(block, scenario, name) };
}

async function endOf(log: LogSheet, pin: Pin, text: string): Promise<ComparedEnd> {
  const { scenario, time, hash, version, totalBilled } = pin;
  const name = `${scenario} at ${time}`;
  const end = {
    name,
    scenario,
    pin,
    version,
    hash,
    currency: pin.currency,
    pinned: totalBilled === undefined ? undefined : decimalFromCell(totalBilled),
    terms: undefined,
    isChanged: false,
  };
  if (text === '') return { ...end, remark: noTermsSentence(log, pin) };
  const block = readPinnedTerms(text);
  const isWhole = block !== undefined && (await termsHash(block, scenario)) === hash;
  return isWhole
    ? { ...end, ...termsIn(block, scenario, name), currency: pin.currency }
    : { ...end, isChanged: true, remark: changedSentence(log, pin) };
}

function noTermsSentence({ sheet, columns }: LogSheet, { scenario, time, address }: Pin): string {
  const why = columns.has(termsHeader(0))
    ? `the cell under ${termsHeader(0)} is blank`
    : 'it was made before pins kept them';
  return `The pin of ${scenario} at ${time} (${sheet}!${address}) keeps no terms: ${why}. Which terms have changed, and what each did, cannot be told.`;
}

function changedSentence(log: LogSheet, { scenario, time, row }: Pin): string {
  const terms = log.at(row, log.columns.get(termsHeader(0)) ?? 0);
  const hash = log.at(row, columnIn(log, 'Hash of terms'));
  return `The terms in ${log.sheet}!${terms} are not those of the hash in ${hash}: a cell of the pin of ${scenario} at ${time} was changed by hand, so its terms are left out. Undo that change to see which terms differ.`;
}

/** The terms of a block that pinnedTerms has written. */
function termsIn(
  block: Block,
  scenario: string,
  name: string,
): Pick<ComparedEnd, 'terms' | 'remark' | 'currency'> {
  const rows = scenarioRows(block, scenario) ?? { scenario, rows: [] };
  const { table, problems } = parseTerms(block);
  if (!table) {
    const remark = `Meterbook ${VERSION} cannot compute the terms of ${name}. ${problemText(problems)}`;
    return { terms: { rows, model: undefined }, remark, currency: undefined };
  }
  const model = { table, place: table.scenarios.length - 1, name };
  return { terms: { rows, model }, remark: undefined, currency: table.currency };
}
