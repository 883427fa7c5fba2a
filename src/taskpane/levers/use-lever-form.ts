import { useMemo, useState } from 'react';
import type { Refusal } from '../../base/refusal';
import type { Lever, LeverField } from '../../analysis/levers/lever';
import { plain } from '../../base/nearest';
import type { Culture } from '../../terms/entry/entry';
import { scenarioNameRefusal } from '../../terms/table/scenario-name';
import type { TermsTable } from '../../terms/table/table';
import type { KnownModel } from '../shell/model-gate';
import { freeScenarioName } from '../scenarios/name-form';
import { type LeverTexts, describeLever, readLeverAnswers, suggestedText } from './lever-answers';
import { type LeverPreview, previewLever } from './lever-preview';
import { suggestedName } from './suggested-name';
import { useSettled } from './use-settled';

/** What a person has entered. */
interface Draft {
  readonly texts: LeverTexts;
  /** The scenario that changes; undefined for a new one. */
  readonly existing: string | undefined;
  /** The scenario that a new one starts as. */
  readonly copyOf: string;
  /** Of a new scenario; undefined as long as the suggestion holds. */
  readonly name: string | undefined;
}

/** A draft, read against the table. */
export interface LeverReading {
  readonly name: string;
  readonly copyOf: string | undefined;
  readonly nameRefusal: string | undefined;
  readonly refusals: Readonly<Record<string, string>>;
  /** What would change, or why nothing can; undefined while an answer is refused. */
  readonly preview: LeverPreview | Refusal | undefined;
}

export interface LeverForm {
  readonly draft: Draft;
  change(part: Partial<Draft>): void;
  setText(field: LeverField, text: string): void;
  text(field: LeverField): string;
  suggested(field: LeverField): string;
  choices(field: LeverField): readonly string[] | undefined;
  /** As of a moment ago, so that nothing is computed while somebody types. */
  readonly shown: LeverReading;
  /** As it stands, for what is about to be written. */
  read(): LeverReading;
}

export function useLeverForm(
  lever: Lever,
  { values, table, inForce }: KnownModel,
  culture: Culture,
): LeverForm {
  const [draft, setDraft] = useState<Draft>(() => ({
    texts: {},
    existing: undefined,
    copyOf: table.scenarios[inForce] ?? 'Base',
    name: undefined,
  }));
  const settled = useSettled(draft);
  const shown = useMemo(
    () => readLever(lever, settled, values, table, culture),
    [lever, settled, values, table, culture],
  );
  const start = placeOf(table, draft.existing ?? draft.copyOf);
  const suggested = (field: LeverField): string => suggestedText(field, table, start, culture);
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    setText: ({ id }, text) => setDraft((before) => ({ ...before, texts: { ...before.texts, [id]: text } })),
    text: (field) => draft.texts[field.id] ?? suggested(field),
    suggested,
    choices: ({ choices, rule }) =>
      choices?.(table, start) ?? (rule.type === 'choice' ? rule.choices : undefined),
    shown,
    read: () => readLever(lever, draft, values, table, culture),
  };
}

function readLever(
  lever: Lever,
  draft: Draft,
  values: KnownModel['values'],
  table: TermsTable,
  culture: Culture,
): LeverReading {
  const { existing } = draft;
  const start = existing ?? draft.copyOf;
  const read = readLeverAnswers(lever, draft.texts, table, placeOf(table, start), culture);
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

/** Base takes the place of a scenario that somebody has just removed, until another is chosen. */
const placeOf = (table: TermsTable, name: string): number =>
  Math.max(
    0,
    table.scenarios.findIndex((each) => plain(each) === plain(name)),
  );
