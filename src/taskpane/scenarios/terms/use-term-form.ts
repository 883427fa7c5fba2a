import { useCallback, useState } from 'react';
import { Refusal } from '../../../base/refusal';
import { announce } from '../../../commands/announcement';
import type { EditValue, TermEdit } from '../../../terms/entry/edit';
import { sentenceFor } from '../../../workbook/excel/excel-batch';
import {
  type Conflict,
  type FormulaCell,
  type SeenEdit,
  writeEdits,
} from '../../../workbook/terms/write-edits';
import { afterOwnStep } from '../../shell/model-session';
import { type Editing, newProblems, seenValue } from './editing';
import type { Obstacles } from './not-written';
import { draftOf, readDraft } from './term-draft';
import type { TermEntry } from './term-groups';

export interface TermForm extends Obstacles {
  text(entry: TermEntry): string;
  setText(entry: TermEntry, text: string): void;
  /** Why the entry of one term is not taken. */
  refusal(entry: TermEntry): string | undefined;
  readonly isSaving: boolean;
  /**
   * Checks everything, writes the cells that changed as one step of undo, and closes the form.
   * @param entries all that the form shows
   * @param more edits that come with it, such as the removal of an item
   */
  save(entries: readonly TermEntry[], more?: readonly SeenEdit[]): void;
  /** Says why the form as a whole is not taken. */
  refuse(problem: string): void;
}

interface Opened {
  readonly own: string;
  readonly seen: EditValue;
}

/**
 * Terms as a form: nothing is written before all of it can be.
 *
 * @param entries as they are when the form opens, so that a change by somebody else is noticed
 * @param done called when the cells are written and read again, or when none had changed
 */
export function useTermForm(entries: readonly TermEntry[], editing: Editing, done: () => void): TermForm {
  const [opened] = useState(
    () =>
      new Map(
        entries.map((entry): [string, Opened] => {
          const seen = seenValue(editing, entry);
          return [entry.key, { own: draftOf(entry.definition, seen, editing.culture), seen }];
        }),
      ),
  );
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [problem, setProblem] = useState<string>();
  const [attempted, setAttempted] = useState<readonly SeenEdit[]>([]);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [formulas, setFormulas] = useState<readonly FormulaCell[]>([]);
  const [isSaving, setSaving] = useState(false);

  const text = (entry: TermEntry): string => texts.get(entry.key) ?? opened.get(entry.key)?.own ?? '';

  const setText = useCallback((entry: TermEntry, typed: string) => {
    setTexts((all) => new Map(all).set(entry.key, typed));
    setRefusals((all) => new Map([...all].filter(([key]) => key !== entry.key)));
    setProblem(undefined);
  }, []);

  const write = (edits: readonly SeenEdit[], replaceFormulas = false): void => {
    setSaving(true);
    setProblem(undefined);
    setConflicts([]);
    setFormulas([]);
    setAttempted(edits);
    writeEdits(edits, { culture: editing.culture, replaceFormulas })
      .then(async (written) => {
        if (written.kind === 'done') {
          announce({ sentence: written.sentence, failed: false });
          await afterOwnStep();
          done();
        } else if (written.kind === 'changed') setConflicts(written.conflicts);
        else if (written.kind === 'formulas') setFormulas(written.formulas);
        else setProblem(written.sentence);
      })
      .catch((fault: unknown) => setProblem(sentenceFor(fault)))
      .finally(() => setSaving(false));
  };

  const save = (shown: readonly TermEntry[], more: readonly SeenEdit[] = []): void => {
    if (isSaving) return;
    const found = new Map<string, string>();
    const edits = shown.flatMap((entry): SeenEdit[] => {
      const typed = text(entry);
      const before = opened.get(entry.key) ?? { own: '', seen: seenValue(editing, entry) };
      if (typed === before.own) return [];
      const { definition, item, term } = entry;
      const reading = readDraft(definition, typed, editing.culture);
      if (reading instanceof Refusal) {
        found.set(entry.key, reading.sentence);
        return [];
      }
      const { section } = definition;
      return [{ section, item, term, column: editing.column, value: reading, seen: before.seen }];
    });
    setRefusals(found);
    if (found.size > 0) return;
    const all = [...more, ...edits];
    if (all.length === 0) return done();
    const refused = newProblems(editing.values, all);
    if (refused === undefined) write(all);
    else setProblem(refused);
  };

  /** Cells that are no longer as they were seen are taken as they were found; the others as before. */
  const overwrite = (): void =>
    write(
      attempted.map((edit) => {
        const conflict = conflicts.find((each) => isSameCell(each.edit, edit));
        return conflict ? { ...edit, seen: conflict.found } : edit;
      }),
    );

  return {
    text,
    setText,
    refusal: (entry) => refusals.get(entry.key),
    problem,
    conflicts,
    formulas,
    isSaving,
    save,
    refuse: setProblem,
    overwrite,
    replaceFormulas: () => write(attempted, true),
  };
}

const isSameCell = (a: TermEdit, b: TermEdit): boolean =>
  a.section === b.section && a.item === b.item && a.term === b.term && a.column === b.column;
