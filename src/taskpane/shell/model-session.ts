import { useSyncExternalStore } from 'react';
import { Contract } from '../../contract/contract';
import { termsOf } from '../../terms/table/memo';
import type { Problem } from '../../terms/table/problem';
import type { TermsTable } from '../../terms/table/table';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import { Refusal } from '../../base/refusal';
import { readTerms, type TermsFound } from '../../workbook/terms/read-terms';
import { watchTerms } from '../../workbook/terms/watch-terms';

interface Reading {
  /** The cells of the Terms table with its header, as they were read last. */
  readonly values: TermsFound['values'];
  /** Where the table, its rows and its columns stand, and what the cell Scenario says. */
  readonly terms: TermsFound;
}

/** What the workbook holds of a model, as of the last reading. */
export type ModelState =
  | { readonly state: 'loading' }
  /** No Terms table; the sentence says what to do. */
  | { readonly state: 'no model'; readonly sentence: string }
  /** Excel did not answer. */
  | { readonly state: 'failed'; readonly sentence: string }
  /** The table cannot be computed; every problem names its row. */
  | ({ readonly state: 'problems'; readonly problems: readonly Problem[] } & Reading)
  | ({
      readonly state: 'ready';
      readonly table: TermsTable;
      readonly contract: Contract;
      /** The place of the scenario in force in the table; 0 is Base. */
      readonly scenario: number;
      /** Odd, and no reason to refuse the table. */
      readonly problems: readonly Problem[];
    } & Reading);

/** One reading of the workbook for all views, kept up to date while at least one of them looks. */
class ModelSession {
  #state: ModelState = { state: 'loading' };
  readonly #listeners = new Set<() => void>();
  #stopWatching: (() => void) | undefined;
  #reading: Promise<void> | undefined;
  #nextReading: Promise<void> | undefined;

  readonly current = (): ModelState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  /** Reads the workbook again. */
  readonly refresh = (): void => void this.readAgain();

  /**
   * Reads the workbook again; done when a reading that began after the call has come in. All requests that come during a
   * reading are answered by the next.
   */
  readonly readAgain = (): Promise<void> => {
    if (this.#reading) {
      this.#nextReading ??= this.#reading.then(() => {
        this.#nextReading = undefined;
        return this.readAgain();
      });
      return this.#nextReading;
    }
    this.#reading = this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  };

  #start(): void {
    let isWanted = true;
    const watching = watchTerms(this.refresh);
    watching.then(
      // What changed before Excel began to raise events is read again.
      this.refresh,
      (fault: unknown) => this.#settle({ state: 'failed', sentence: sentenceFor(fault) }),
    );
    this.#stopWatching = () => {
      if (!isWanted) return;
      isWanted = false;
      // When no view is shown, there is nobody to tell of a failure.
      void watching.then((stop) => stop()).catch(() => undefined);
    };
    this.refresh();
  }

  #stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  async #read(): Promise<void> {
    try {
      this.#settle(stateOf(await readTerms()));
    } catch (fault) {
      this.#settle({ state: 'failed', sentence: sentenceFor(fault) });
    }
  }

  #settle(state: ModelState): void {
    this.#state = state;
    for (const tell of this.#listeners) tell();
  }
}

function stateOf(terms: TermsFound | Refusal): ModelState {
  if (terms instanceof Refusal) return { state: 'no model', sentence: terms.sentence };
  const { values } = terms;
  const { table, problems } = termsOf(values);
  if (!table) return { state: 'problems', values, terms, problems };
  const contract = Contract.of(table);
  return {
    state: 'ready',
    values,
    terms,
    table,
    contract,
    scenario: terms.inForce.place ?? 0,
    problems: [],
  };
}

const session = new ModelSession();

/** The model in the workbook, following every change of it, whoever makes it. */
export function useModel(): ModelState & { refresh(): void } {
  const state = useSyncExternalStore(session.subscribe, session.current);
  return { ...state, refresh: session.refresh };
}

/**
 * Reads the model again after a step of the pane's own, so that whoever edits next sees what it wrote, and is not told
 * that somebody else had.
 */
export const afterOwnStep = (): Promise<void> => session.readAgain();
