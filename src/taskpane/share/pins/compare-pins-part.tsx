import { Button, Skeleton, SkeletonItem, Subtitle2 } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { comparePins, type PinComparison } from '../../../workbook/log/compare-pins';
import type { PinChoice } from '../../../workbook/log/pin-choices';
import { useLook } from '../../parts/look';
import { StepProgress } from '../../parts/step-progress';
import { useLongStep } from '../../parts/use-long-step';
import { ComparedPins } from './compared-pins';
import { PinPicks } from './pin-picks';
import { type Picked, usePinChoices } from './use-pin-choices';

/** What has changed since a pin, and what each change did to the total. */
export function ComparePinsPart({ pinned }: { pinned: number }) {
  const look = useLook();
  const reading = usePinChoices(pinned);
  return (
    <section className={look.part} aria-labelledby="compare-pins">
      <Subtitle2 as="h2" id="compare-pins" className={look.title}>
        Compare pins
      </Subtitle2>
      {reading.state === 'reading' && (
        <Skeleton aria-label="Reading the log">
          <SkeletonItem size={32} />
        </Skeleton>
      )}
      {reading.state === 'failed' && (
        <>
          <p className={look.text}>{reading.sentence}</p>
          <Button className={look.narrow} onClick={() => reading.again()}>
            Try again
          </Button>
        </>
      )}
      {reading.state === 'read' && <Comparing picked={reading.picked} />}
    </section>
  );
}

function Comparing({ picked }: { picked: Picked }) {
  const look = useLook();
  const [comparison, setComparison] = useState<PinComparison>();
  const step = useLongStep(
    (options, from: PinChoice, to: PinChoice) => comparePins(options, from, to),
    (outcome) => {
      if (outcome.kind === 'done') setComparison(outcome);
    },
  );
  const { from, to, pins } = picked;
  if (pins.length === 0) {
    return <p className={look.text}>The workbook has no pins yet. The first one can be compared here.</p>;
  }
  return (
    <>
      <p className={look.text}>
        Shows which terms differ between two pins, or between a pin and the Terms as they stand now, and what
        that did to the total. Nothing is written.
      </p>
      <PinPicks picked={picked} />
      <Button
        className={look.narrow}
        icon={<ArrowSwapRegular />}
        disabledFocusable={step.isRunning || !from || !to}
        onClick={() => from && to && step.run(from.choice, to.choice)}
      >
        Compare
      </Button>
      <StepProgress label="Comparing the pins" step={step} cancelling="Stopping" />
      {comparison && <ComparedPins comparison={comparison} />}
    </>
  );
}
