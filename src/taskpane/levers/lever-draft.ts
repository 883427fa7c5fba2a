import type { LeverTexts } from './lever-answers';

/** What a person has entered to a question. */
export interface LeverDraft {
  readonly texts: LeverTexts;
  /** The scenario that changes; undefined for a new one. */
  readonly existing: string | undefined;
  /** The scenario that a new one starts as. */
  readonly copyOf: string;
  /** Of a new scenario; undefined as long as the suggestion holds. */
  readonly name: string | undefined;
  readonly putInForce: boolean;
}

export type LeverAction =
  | { readonly kind: 'answer'; readonly field: string; readonly text: string }
  | { readonly kind: 'existing'; readonly scenario: string | undefined }
  | { readonly kind: 'copy of'; readonly scenario: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'put in force'; readonly isWanted: boolean };

/** @param inForce the scenario that the sheets show */
export const newDraft = (inForce: string): LeverDraft => ({
  texts: {},
  existing: undefined,
  copyOf: inForce,
  name: undefined,
  putInForce: true,
});

export function changed(draft: LeverDraft, action: LeverAction): LeverDraft {
  switch (action.kind) {
    case 'answer':
      return { ...draft, texts: { ...draft.texts, [action.field]: action.text } };
    case 'existing':
      return { ...draft, existing: action.scenario };
    case 'copy of':
      return { ...draft, copyOf: action.scenario };
    case 'name':
      return { ...draft, name: action.name };
    case 'put in force':
      return { ...draft, putInForce: action.isWanted };
  }
}
