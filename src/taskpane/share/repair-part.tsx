import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { WrenchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Unrepaired, repair } from '../../workbook/hand-off/bring-back/repair';
import { PlacesLeft } from './places-left';
import { StepProgress } from '../parts/step-progress';
import { useLongStep } from '../parts/use-long-step';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  text: { margin: 0 },
  button: { alignSelf: 'flex-start' },
});

/** Enters formulas again that Excel has given up on. */
export function RepairPart() {
  const styles = useStyles();
  const [left, setLeft] = useState<readonly Unrepaired[]>([]);
  const step = useLongStep(
    (options) => repair(options),
    (outcome) => setLeft(outcome.kind === 'done' ? outcome.left : []),
  );
  return (
    <section className={styles.part} aria-labelledby="repair">
      <Subtitle2 as="h2" id="repair" className={styles.title}>
        Repair
      </Subtitle2>
      <p className={styles.text}>
        Cells can stay on #NAME? after the workbook was open without Meterbook. Repair enters their formulas
        again.
      </p>
      <Button
        className={styles.button}
        icon={<WrenchRegular />}
        disabledFocusable={step.isRunning}
        onClick={() => step.run()}
      >
        Repair formulas
      </Button>
      <StepProgress label="Repairing" step={step} />
      {left.length > 0 && <PlacesLeft label="What could not be repaired" places={left} />}
    </section>
  );
}
