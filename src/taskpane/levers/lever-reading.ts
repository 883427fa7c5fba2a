import type { Lever } from '../../analysis/levers/lever';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import type { Culture } from '../../terms/entry/entry';
import { scenarioNameRefusal } from '../../terms/table/scenario-name';
import type { TermsTable } from '../../terms/table/table';
import type { ScenarioChange } from '../../workbook/terms/change-scenario';
import { freeScenarioName } from '../scenarios/name-form';
import type { KnownModel } from '../shell/model-gate';
import { describeLever, readLeverAnswers } from './lever-answers';
import type { LeverDraft } from './lever-draft';
import { type LeverPreview, previewLever } from './lever-preview';
import { suggestedName } from './suggested-name';

/** A draft, read against the table. */
export interface LeverReading {
  readonly name: string;
  readonly copyOf: string | undefined;
  readonly nameRefusal: string | undefined;
  readonly refusals: Readonly<Record<string, string>>;
  /** What would change, or why nothing can; undefined while an answer is refused. */
  readonly preview: LeverPreview | Refusal | undefined;
}

export function readLever(
  lever: Lever,
  draft: LeverDraft,
  { values, table }: Pick<KnownModel, 'values' | 'table'>,
  culture: Culture,
): LeverReading {
  const { existing } = draft;
  const read = readLeverAnswers(lever, draft.texts, table, startOf(draft, table), culture);
  const { refusals } = read;
  const name =
    existing ?? draft.name ?? freeScenarioName(suggestedName(lever.id, read.answers), table.scenarios);
  const copyOf = existing === undefined ? draft.copyOf : undefined;
  const nameRefusal =
    copyOf === undefined ? undefined : scenarioNameRefusal(name, table.scenarios.slice(1))?.sentence;
  const isAnswered = Object.keys(refusals).length === 0;
  // Where the name is refused, the preview still shows what the lever does.
  const target = {
    name: nameRefusal === undefined ? name.trim() : freeScenarioName('New scenario', table.scenarios),
    copyOf,
  };
  const description = copyOf === undefined ? '' : describeLever(lever, read, copyOf, culture);
  const preview = isAnswered
    ? previewLever(values, table, { lever, answers: read.answers, target, description })
    : undefined;
  return { name, copyOf, nameRefusal, refusals, preview };
}

/** What is to be written, or the first reason why nothing can be. */
export function changeOf(reading: LeverReading, { putInForce }: LeverDraft): ScenarioChange | Refusal {
  const { name, copyOf, nameRefusal, refusals, preview } = reading;
  const refusal = Object.values(refusals)[0] ?? nameRefusal;
  if (refusal !== undefined || preview === undefined) return new Refusal(refusal ?? 'An answer is missing.');
  if (preview instanceof Refusal) return preview;
  return {
    scenario: name.trim(),
    edits: preview.edits,
    putInForce,
    ...(copyOf === undefined ? {} : { copyOf }),
  };
}

/** The place of the scenario that a draft starts from; Base takes the place of one that somebody has just removed. */
export const startOf = ({ existing, copyOf }: LeverDraft, { scenarios }: TermsTable): number =>
  Math.max(
    0,
    scenarios.findIndex((each) => plain(each) === plain(existing ?? copyOf)),
  );
