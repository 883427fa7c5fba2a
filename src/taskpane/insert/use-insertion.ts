import { useCallback, useState } from 'react';
import { Refusal } from '../../base/refusal';
import { announce } from '../../commands/announcement';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import type { Target } from '../../workbook/excel/go-to';
import { insertFormula, type BlockSize } from '../../workbook/formulas/insert-formula';

export interface Order {
  readonly target: Target;
  readonly formula: string;
  readonly size?: BlockSize;
  readonly format?: string;
}

export interface InsertionInPane {
  readonly isRunning: boolean;
  /** Asked because the cell holds something. */
  readonly question: string | undefined;
  insert(order: Order): void;
  replace(): void;
  keep(): void;
}

/** Writes a formula, and asks first where a cell would lose what it holds. */
export function useInsertion(): InsertionInPane {
  const [isRunning, setRunning] = useState(false);
  const [asked, setAsked] = useState<{ readonly question: string; readonly order: Order }>();
  const run = useCallback(async (order: Order, replace: boolean) => {
    setRunning(true);
    setAsked(undefined);
    try {
      const { target, formula, size, format } = order;
      const insertion = await insertFormula(target, formula, {
        replace,
        ...(size ? { size } : {}),
        ...(format === undefined ? {} : { format }),
      });
      if (insertion.kind === 'filled') setAsked({ question: insertion.question, order });
      else announce({ sentence: insertion.sentence, failed: insertion instanceof Refusal });
    } catch (fault) {
      announce({ sentence: sentenceFor(fault), failed: true });
    } finally {
      setRunning(false);
    }
  }, []);
  return {
    isRunning,
    question: asked?.question,
    insert: (order) => void run(order, false),
    replace: () => {
      if (asked) void run(asked.order, true);
    },
    keep: () => setAsked(undefined),
  };
}
