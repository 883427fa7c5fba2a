import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons';
import { type ChangeEvent, useMemo, useRef, useState } from 'react';
import { Refusal } from '../../base/refusal';
import { done } from '../../workbook/step-outcome';
import { importScenarios } from '../../workbook/terms/import-scenarios';
import { useAction } from '../parts/action';
import { useCulture } from '../parts/culture';
import { useLook } from '../parts/look';
import { type ChosenFile, changesOf, readChosen } from './chosen-file';
import { DifferenceList } from './difference-list';

/** Reads scenarios from a file; shows what would change, and writes it once the person has said so. */
export function ImportScenarios({ values }: { values: readonly (readonly unknown[])[] }) {
  const look = useLook();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ChosenFile>();
  const choose = useAction(async (file: File) => {
    const read = await readChosen(file);
    setChosen(read);
    return 'faults' in read
      ? new Refusal(`${read.name} cannot be imported. Nothing was written.`)
      : done(`${read.name} is read. Nothing is written yet.`);
  });
  const picked = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file) choose.run(file);
    // The same file can be chosen again after it was corrected.
    target.value = '';
  };
  return (
    <div className={look.part}>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,application/json,text/csv"
        hidden
        aria-label="File of scenarios"
        onChange={picked}
      />
      <div className={look.buttons}>
        <Button
          icon={<ArrowUploadRegular />}
          disabledFocusable={choose.isRunning}
          onClick={() => input.current?.click()}
        >
          Choose a file to import
        </Button>
      </div>
      {chosen && 'faults' in chosen && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{chosen.name} cannot be imported</MessageBarTitle>
            <ul className={look.bullets}>
              {chosen.faults.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {chosen && 'file' in chosen && (
        <Changes chosen={chosen} values={values} onClose={() => setChosen(undefined)} />
      )}
    </div>
  );
}

interface ChangesProps {
  readonly chosen: Extract<ChosenFile, { file: unknown }>;
  readonly values: readonly (readonly unknown[])[];
  onClose(): void;
}

function Changes({ chosen, values, onClose }: ChangesProps) {
  const look = useLook();
  const changes = useMemo(() => changesOf(chosen.file, values), [chosen.file, values]);
  const culture = useCulture();
  const [hasFormulas, setHasFormulas] = useState(false);
  const { isRunning, run } = useAction(async (replaceFormulas: boolean) => {
    if (changes instanceof Refusal) return changes;
    const outcome = await importScenarios(changes, { replaceFormulas, culture });
    if (outcome.kind === 'done') onClose();
    else setHasFormulas(outcome.kind === 'formulas');
    return outcome;
  });
  if (changes instanceof Refusal) {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{changes.sentence}</MessageBarBody>
      </MessageBar>
    );
  }
  const isSame = changes.edits.length === 0 && changes.newScenarios.length === 0;
  return (
    <section className={look.part} aria-label={`Differences of ${chosen.name}`}>
      <DifferenceList name={chosen.name} changes={changes} culture={culture} />
      <div className={look.buttons}>
        {!isSame && changes.problems.length === 0 && (
          <Button appearance="primary" disabledFocusable={isRunning} onClick={() => run(hasFormulas)}>
            {hasFormulas ? 'Import, replacing formulas by values' : 'Import'}
          </Button>
        )}
        <Button onClick={onClose}>{isSame ? 'Close' : 'Cancel'}</Button>
      </div>
    </section>
  );
}
