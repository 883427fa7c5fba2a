import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, PinRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import { pinScenario } from '../../workbook/log/pin-scenario';
import { useAction } from '../parts/action';
import { useLook } from '../parts/look';
import { type KnownModel, ModelGate } from '../shell/model-gate';
import { BringBackPart } from './bring-back-part';
import { Findings } from './findings';
import { FormPart } from './form-part';
import { HandOffPart } from './hand-off-part';
import { ImportScenarios } from './import-scenarios';
import { RepairPart } from './repair-part';
import { downloadScenarios, type Form, FORMS } from './scenario-download';

const ComparePins = lazy(() =>
  import(/* webpackChunkName: "compare-pins" */ './pins/compare-pins-part').then((module) => ({
    default: module.ComparePinsPart,
  })),
);

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
});

const ALL_FORMS: readonly Form[] = ['json', 'csv'];

/** What goes out of the workbook, and what comes in. */
export function ShareView() {
  const styles = useStyles();
  const [pinned, setPinned] = useState(0);
  return (
    <div className={styles.view}>
      <Findings />
      <HandOffPart />
      <BringBackPart />
      <RepairPart />
      <ModelGate>
        {(model) => (
          <>
            <FormPart />
            <Exchange model={model} />
            <Pins model={model} onPinned={() => setPinned((before) => before + 1)} />
          </>
        )}
      </ModelGate>
      <Suspense fallback={null}>
        <ComparePins pinned={pinned} />
      </Suspense>
    </div>
  );
}

function Exchange({ model: { values } }: { model: KnownModel }) {
  const look = useLook();
  const save = useAction((form: Form) => Promise.resolve(downloadScenarios(values, form)));
  return (
    <section className={look.part} aria-labelledby="exchange">
      <Subtitle2 as="h2" id="exchange" className={look.title}>
        Scenarios as a file
      </Subtitle2>
      <p className={look.text}>
        A file carries all scenarios with units, status and sources. An import shows every difference before
        it writes.
      </p>
      <div className={look.buttons}>
        {ALL_FORMS.map((form) => (
          <Button key={form} icon={<ArrowDownloadRegular />} onClick={() => save.run(form)}>
            {`Export as ${FORMS[form].label}`}
          </Button>
        ))}
      </div>
      <ImportScenarios values={values} />
    </section>
  );
}

interface PinsProps {
  readonly model: KnownModel;
  onPinned(): void;
}

function Pins({ model: { table, inForce }, onPinned }: PinsProps) {
  const look = useLook();
  const { isRunning, run } = useAction(async (name: string) => {
    const outcome = await pinScenario(name);
    if (outcome.kind === 'done') onPinned();
    return outcome;
  });
  const name = table.scenarios[inForce] ?? 'Base';
  return (
    <section className={look.part} aria-labelledby="pins">
      <Subtitle2 as="h2" id="pins" className={look.title}>
        Pin the figures
      </Subtitle2>
      <p className={look.text}>
        A pin writes the headline of {name} into the sheet Log as values, with the time, its terms and a hash
        of them.
      </p>
      <div className={look.buttons}>
        <Button icon={<PinRegular />} disabledFocusable={isRunning} onClick={() => run(name)}>
          {`Pin ${name}`}
        </Button>
      </div>
    </section>
  );
}
