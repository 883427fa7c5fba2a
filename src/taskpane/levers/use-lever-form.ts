import { type Dispatch, useMemo, useReducer } from 'react';
import type { Lever, LeverField } from '../../analysis/levers/lever';
import type { Refusal } from '../../base/refusal';
import type { Culture } from '../../terms/entry/entry';
import type { ScenarioChange } from '../../workbook/terms/change-scenario';
import type { KnownModel } from '../shell/model-gate';
import { suggestedText } from './lever-answers';
import { changed, type LeverAction, type LeverDraft, newDraft } from './lever-draft';
import { changeOf, type LeverReading, readLever, startOf } from './lever-reading';
import { useSettled } from './use-settled';

export interface LeverForm {
  readonly draft: LeverDraft;
  readonly change: Dispatch<LeverAction>;
  text(field: LeverField): string;
  suggested(field: LeverField): string;
  choices(field: LeverField): readonly string[] | undefined;
  /** As of a moment ago, so that nothing is computed while somebody types. */
  readonly shown: LeverReading;
  /** What is to be written as the form stands now, or why nothing can be. */
  read(): ScenarioChange | Refusal;
}

/** The answers to a question, and what they would change. */
export function useLeverForm(lever: Lever, model: KnownModel, culture: Culture): LeverForm {
  const { values, table, inForce } = model;
  const [draft, change] = useReducer(changed, table.scenarios[inForce] ?? 'Base', newDraft);
  const settled = useSettled(draft);
  const shown = useMemo(
    () => readLever(lever, settled, { values, table }, culture),
    [lever, settled, values, table, culture],
  );
  const start = startOf(draft, table);
  const suggested = (field: LeverField): string => suggestedText(field, table, start, culture);
  return {
    draft,
    change,
    text: (field) => draft.texts[field.id] ?? suggested(field),
    suggested,
    choices: ({ choices, rule }) =>
      choices?.(table, start) ?? (rule.type === 'choice' ? rule.choices : undefined),
    shown,
    read: () => changeOf(readLever(lever, draft, { values, table }, culture), draft),
  };
}
