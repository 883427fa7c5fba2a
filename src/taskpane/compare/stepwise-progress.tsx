import { Button, Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useLasting } from '../parts/use-lasting';
import type { Stepwise } from './use-stepwise';

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  bar: { flexGrow: 1, minWidth: 0 },
  stopped: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface Props {
  /** What is computed, for people who do not see the bar: "Comparing". */
  readonly label: string;
  readonly work: Pick<Stepwise<unknown>, 'isRunning' | 'isStale' | 'progress' | 'stop' | 'start'>;
}

/** How far a computation has come, the way out of it, and the way back in. */
export function StepwiseProgress({ label, work }: Props) {
  const styles = useStyles();
  const isSlow = useLasting(work.isRunning);
  if (work.isRunning && isSlow) {
    const { progress } = work;
    return (
      <div className={styles.progress}>
        <Field
          className={styles.bar}
          validationState="none"
          validationMessage={progress ? `Computing ${progress.text}` : 'Computing'}
        >
          <ProgressBar aria-label={label} {...(progress ? { value: progress.done } : {})} />
        </Field>
        <Button size="small" aria-label={`Cancel: ${label}`} onClick={() => work.stop()}>
          Cancel
        </Button>
      </div>
    );
  }
  if (!work.isRunning && work.isStale) {
    return (
      <div className={styles.stopped}>
        <span>Stopped before it was done.</span>
        <Button size="small" aria-label={`Compute: ${label}`} onClick={() => work.start()}>
          Compute
        </Button>
      </div>
    );
  }
  return null;
}
