import { Button, Subtitle2 } from '@fluentui/react-components';
import { turnLive, turnNative } from '../../workbook/model-sheets/write/change-form';
import type { SheetForm } from '../../workbook/model-sheets/plan/sheet-form';
import { useLook } from '../parts/look';
import { StepProgress } from '../parts/step-progress';
import { useLongStep } from '../parts/use-long-step';

/** Changes what the sheets of the model compute with. */
export function FormPart() {
  const look = useLook();
  const step = useLongStep(
    (options, form: SheetForm) => (form === 'native' ? turnNative(options) : turnLive(options)),
    () => undefined,
  );
  return (
    <section className={look.part} aria-labelledby="form">
      <Subtitle2 as="h2" id="form" className={look.title}>
        Formulas of the model
      </Subtitle2>
      <p className={look.text}>
        Live, the sheets ask Meterbook for their figures. As formulas of Excel they compute anywhere, and the
        sheet of checks compares them with what Meterbook found.
      </p>
      <div className={look.buttons}>
        <Button disabledFocusable={step.isRunning} onClick={() => step.run('native')}>
          Write as formulas of Excel
        </Button>
        <Button disabledFocusable={step.isRunning} onClick={() => step.run('live')}>
          Make live
        </Button>
      </div>
      <StepProgress label="Changing the formulas of the model" step={step} />
    </section>
  );
}
