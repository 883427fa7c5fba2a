import { Button, Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useLasting } from './use-lasting';
import type { LongStep } from './use-long-step';

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  bar: { flexGrow: 1, minWidth: 0 },
});

interface Props {
  /** What is being done, for people who do not see the bar: "Handing off". */
  readonly label: string;
  readonly step: Pick<LongStep<never>, 'isRunning' | 'progress' | 'isCancelling' | 'cancel'>;
  /** What a cancel brings about. */
  readonly cancelling?: string;
}

/** How far a step is, and the way out of it. */
export function StepProgress({ label, step, cancelling = 'Taking back what was written' }: Props) {
  const styles = useStyles();
  const isSlow = useLasting(step.isRunning);
  if (!isSlow) return null;
  const { progress, isCancelling } = step;
  const text = isCancelling ? cancelling : (progress?.text ?? 'Reading the workbook');
  return (
    <div className={styles.progress}>
      <Field className={styles.bar} validationMessage={text} validationState="none">
        <ProgressBar aria-label={label} {...(progress && !isCancelling ? { value: progress.done } : {})} />
      </Field>
      <Button
        size="small"
        aria-label={`Cancel: ${label}`}
        disabledFocusable={isCancelling}
        onClick={() => step.cancel()}
      >
        Cancel
      </Button>
    </div>
  );
}
