import { useState } from 'react';
import { announce } from '../../../commands/announcement';
import { sentenceFor } from '../../../workbook/excel/excel-batch';
import { type SeenEdit, writeEdits } from '../../../workbook/terms/write-edits';
import { afterOwnStep } from '../../shell/model-session';
import { newProblems, useEditing } from './editing';

export interface WriteNow {
  readonly isWriting: boolean;
  /** Writes edits that need no form; what the table refuses is announced, and nothing is written. */
  write(edits: readonly SeenEdit[], refuse: (sentence: string) => void, done: () => void): void;
}

/** Edits that are one press of a button: leave an item out, bring it back. */
export function useWriteNow(): WriteNow {
  const { values, culture } = useEditing();
  const [isWriting, setWriting] = useState(false);
  const write: WriteNow['write'] = (edits, refuse, done) => {
    if (isWriting) return;
    const refused = newProblems(values, edits);
    if (refused !== undefined) return refuse(refused);
    setWriting(true);
    writeEdits(edits, { culture })
      .then(async ({ kind, sentence }) => {
        if (kind !== 'done') return refuse(sentence);
        announce({ sentence, failed: false });
        await afterOwnStep();
        done();
      })
      .catch((fault: unknown) => refuse(sentenceFor(fault)))
      .finally(() => setWriting(false));
  };
  return { isWriting, write };
}
