import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { turnLive, turnNative } from '../../workbook/model-sheets/write/change-form';
import type { SheetForm } from '../../workbook/model-sheets/plan/sheet-form';
import { StepProgress } from '../parts/step-progress';
import { useLongStep } from '../parts/use-long-step';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  text: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Changes what the sheets of the model compute with. */
export function FormPart() {
  const styles = useStyles();
  const step = useLongStep(
    (options, form: SheetForm) => (form === 'native' ? turnNative(options) : turnLive(options)),
    () => undefined,
  );
  return (
    <section className={styles.part} aria-labelledby="form">
      <Subtitle2 as="h2" id="form" className={styles.title}>
        Formulas of the model
      </Subtitle2>
      <p className={styles.text}>
        Live, the sheets ask Meterbook for their figures. As formulas of Excel they compute anywhere, and the
        sheet of checks compares them with what Meterbook found.
      </p>
      <div className={styles.buttons}>
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
