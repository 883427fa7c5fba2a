import { useCallback, useRef, useState } from 'react';
import { Refusal } from '../../base/refusal';
import { announce } from '../../commands/announcement';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import type { ComparisonContent } from '../../workbook/comparison-sheet/write-comparison';

/** What writes the sheet is fetched when it is first asked for. */
const comparisonSheet = () =>
  import(/* webpackChunkName: "comparison-sheet" */ '../../workbook/comparison-sheet/write-comparison');

export interface ComparisonSheet {
  readonly isRunning: boolean;
  /** A sentence about the sheet that a person changed and that the last step left alone. */
  readonly question: string | undefined;
  write(content: Omit<ComparisonContent, 'now'>): void;
  /** Writes over what was changed. */
  replace(): void;
  keep(): void;
}

/** Writes the comparison to its sheet, one step at a time; asks before it replaces what a person changed. */
export function useComparisonSheet(): ComparisonSheet {
  const [isRunning, setRunning] = useState(false);
  const [question, setQuestion] = useState<string>();
  const isBusy = useRef(false);
  const last = useRef<Omit<ComparisonContent, 'now'>>(undefined);
  const run = useCallback(async (content: Omit<ComparisonContent, 'now'>, overwrite: boolean) => {
    if (isBusy.current) return;
    isBusy.current = true;
    last.current = content;
    setRunning(true);
    setQuestion(undefined);
    try {
      const { writeComparison } = await comparisonSheet();
      const outcome = await writeComparison({ ...content, now: new Date() }, { overwrite });
      if (outcome.kind === 'changed') setQuestion(outcome.sentence);
      else announce({ sentence: outcome.sentence, failed: outcome instanceof Refusal });
    } catch (fault) {
      announce({ sentence: sentenceFor(fault), failed: true });
    } finally {
      isBusy.current = false;
      setRunning(false);
    }
  }, []);
  return {
    isRunning,
    question,
    write: (content) => void run(content, false),
    replace: () => {
      if (last.current) void run(last.current, true);
    },
    keep: () => setQuestion(undefined),
  };
}
