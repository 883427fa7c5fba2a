import { Button, Caption1, Checkbox, Field, Input, makeStyles, Subtitle2 } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { counted } from '../../base/words';
import { type HandOffOutcome, handOff, previewHandOff } from '../../workbook/hand-off/hand-off';
import { type HandOffPlan, besideModel } from '../../workbook/hand-off/hand-off-plan';
import { native } from './native-reading';
import { PlacesLeft } from './places-left';
import { planSentence, sheetSentence, summaryOf } from './plan-summary';
import { useLook } from '../parts/look';
import { StepProgress } from '../parts/step-progress';
import { useLongStep } from '../parts/use-long-step';

const useStyles = makeStyles({
  item: { overflowWrap: 'anywhere' },
});

/** Makes a workbook that does not depend on Meterbook; shows first what will happen. */
export function HandOffPart() {
  const look = useLook();
  const styles = useStyles();
  const [plan, setPlan] = useState<HandOffPlan>();
  const [traces, setTraces] = useState<readonly string[]>([]);
  const preview = useLongStep(
    async (options) => {
      const found = await previewHandOff(native, options);
      return { kind: 'done', sentence: planSentence(found), found };
    },
    ({ found }) => {
      setPlan(found.cells.length + found.left.length > 0 || found.model ? found : undefined);
      setTraces([]);
    },
  );
  const settled = (outcome: HandOffOutcome): void => {
    if (outcome.kind !== 'done') return;
    setPlan(undefined);
    setTraces(outcome.traces);
  };
  return (
    <section className={look.part} aria-labelledby="hand-off">
      <Subtitle2 as="h2" id="hand-off" className={look.title}>
        Hand off
      </Subtitle2>
      <p className={look.text}>
        Makes a workbook that does not need Meterbook. A visible sheet lists each formula, so that it can come
        back.
      </p>
      <Button
        className={look.narrow}
        icon={<SendRegular />}
        disabledFocusable={preview.isRunning}
        onClick={() => preview.run()}
      >
        Show what hand off will do
      </Button>
      <StepProgress label="Looking through the workbook" step={preview} />
      {plan && <Plan plan={plan} onSettled={settled} onClose={() => setPlan(undefined)} />}
      {traces.length > 0 && (
        <ul className={look.bullets} aria-label="Removed besides">
          {traces.map((sentence) => (
            <li key={sentence} className={styles.item}>
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const MODEL_HINT =
  'They then compute without Meterbook, for every scenario. Otherwise their figures stay as values.';

interface PlanProps {
  readonly plan: HandOffPlan;
  onSettled(outcome: HandOffOutcome): void;
  onClose(): void;
}

function Plan({ plan, onSettled, onClose }: PlanProps) {
  const look = useLook();
  const styles = useStyles();
  const [by, setBy] = useState('');
  const [withTraces, setWithTraces] = useState(false);
  const { model } = plan;
  const [isWanted, setWanted] = useState(true);
  const turnModel = model !== undefined && model.refusal === undefined && isWanted;
  const { cells, left } = turnModel ? besideModel(plan) : plan;
  const isAnything = cells.length > 0 || turnModel;
  const step = useLongStep(
    (options) => handOff({ ...options, by, withTraces, turnModel, native }),
    onSettled,
  );
  return (
    <section className={look.box} aria-label="What hand off will do">
      {model && (
        <Field hint={model.refusal?.sentence ?? MODEL_HINT}>
          <Checkbox
            checked={turnModel}
            disabled={model.refusal !== undefined}
            onChange={(_event, { checked }) => setWanted(checked === true)}
            label="Write the model's sheets as formulas of Excel"
          />
        </Field>
      )}
      <ul className={look.bullets}>
        {turnModel && (
          <li className={styles.item}>{model.sheets.join(', ')}: formulas of Excel, every line and month</li>
        )}
        {summaryOf(cells).map((summary) => (
          <li key={summary.sheet} className={styles.item}>
            {sheetSentence(summary)}
            {summary.reasons.map(({ reason, count }) => (
              <Caption1 block key={reason} className={look.quiet}>
                {count === summary.values ? reason : `${counted(count, 'formula')}: ${reason}`}
              </Caption1>
            ))}
          </li>
        ))}
      </ul>
      {left.length > 0 && <PlacesLeft label="What goes on needing Meterbook" places={left} />}
      {isAnything && (
        <>
          <Field label="Handed off by" hint="Stands on the sheet Handoff; may stay blank.">
            <Input value={by} onChange={(_event, { value }) => setBy(value)} />
          </Field>
          <Checkbox
            checked={withTraces}
            onChange={(_event, { checked }) => setWithTraces(checked === true)}
            label="Also remove Meterbook's settings and start-up behaviour"
          />
        </>
      )}
      <StepProgress label="Handing off" step={step} />
      <div className={look.buttons}>
        {isAnything && (
          <Button appearance="primary" disabledFocusable={step.isRunning} onClick={() => step.run()}>
            Hand off
          </Button>
        )}
        <Button disabledFocusable={step.isRunning} onClick={onClose}>
          Close
        </Button>
      </div>
    </section>
  );
}
