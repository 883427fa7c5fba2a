import { useSyncExternalStore } from 'react';
import { Contract } from '../contract/contract';
import { findScenario } from '../terms/find-scenario';
import { termsOf } from '../terms/memo';
import type { Problem } from '../terms/problem';
import type { TermsTable } from '../terms/table';
import { sentenceFor } from '../workbook/excel-batch';
import { readModelCells, watchModelCells, type ModelCells } from './model-cells';

interface Reading {
  /** The cells of the Terms table with its header, as they were read last. */
  readonly values: ModelCells['values'];
  /** The text of the cell named Scenario. */
  readonly scenarioName: string;
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

const NO_MODEL = 'This workbook has no model yet. Choose a template under Start.';

/** One reading of the workbook for all views, kept up to date while at least one of them looks. */
class ModelSession {
  #state: ModelState = { state: 'loading' };
  readonly #listeners = new Set<() => void>();
  #stopWatching: (() => void) | undefined;
  #isReading = false;
  #readAgain = false;

  readonly current = (): ModelState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  /** Reads the workbook again; of the requests that come during a reading only the last counts. */
  readonly refresh = (): void => {
    if (this.#isReading) this.#readAgain = true;
    else void this.#read();
  };

  #start(): void {
    let isWanted = true;
    const watching = watchModelCells(this.refresh);
    watching.catch((fault: unknown) => this.#settle({ state: 'failed', sentence: sentenceFor(fault) }));
    this.#stopWatching = () => {
      if (!isWanted) return;
      isWanted = false;
      // Nothing is left to tell anybody when no view looks.
      void watching.then((stop) => stop()).catch(() => undefined);
    };
    this.refresh();
  }

  #stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    try {
      this.#settle(stateOf(await readModelCells()));
    } catch (fault) {
      this.#settle({ state: 'failed', sentence: sentenceFor(fault) });
    } finally {
      this.#isReading = false;
      if (this.#readAgain) {
        this.#readAgain = false;
        this.refresh();
      }
    }
  }

  #settle(state: ModelState): void {
    this.#state = state;
    for (const tell of this.#listeners) tell();
  }
}

function stateOf(cells: ModelCells | undefined): ModelState {
  if (!cells) return { state: 'no model', sentence: NO_MODEL };
  const { values, scenarioName } = cells;
  const { table, problems, remarks } = termsOf(values);
  if (!table) return { state: 'problems', values, scenarioName, problems };
  const place = findScenario(table, scenarioName);
  return {
    state: 'ready',
    values,
    scenarioName,
    table,
    contract: Contract.of(table),
    scenario: typeof place === 'number' ? place : 0,
    problems: remarks,
  };
}

const session = new ModelSession();

/** The model in the workbook, following every change of it, whoever makes it. */
export function useModel(): ModelState & { refresh(): void } {
  const state = useSyncExternalStore(session.subscribe, session.current);
  return { ...state, refresh: session.refresh };
}
