import { Button, Subtitle2 } from '@fluentui/react-components';
import { WrenchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Unrepaired, repair } from '../../workbook/hand-off/bring-back/repair';
import { PlacesLeft } from './places-left';
import { useLook } from '../parts/look';
import { StepProgress } from '../parts/step-progress';
import { useLongStep } from '../parts/use-long-step';

/** Enters formulas again that Excel has given up on. */
export function RepairPart() {
  const look = useLook();
  const [left, setLeft] = useState<readonly Unrepaired[]>([]);
  const step = useLongStep(
    (options) => repair(options),
    (outcome) => setLeft(outcome.kind === 'done' ? outcome.left : []),
  );
  return (
    <section className={look.part} aria-labelledby="repair">
      <Subtitle2 as="h2" id="repair" className={look.title}>
        Repair
      </Subtitle2>
      <p className={look.text}>
        Cells can stay on #NAME? after the workbook was open without Meterbook. Repair enters their formulas
        again.
      </p>
      <Button
        className={look.narrow}
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
