import { Button, Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ModelWork } from './model-work';

/** A step that is over sooner needs no progress; one that takes longer shows it and can be broken off. */
const PATIENCE_MS = 300;

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  bar: { flexGrow: 1 },
});

export function WorkProgress({ work }: { work: ModelWork }) {
  const styles = useStyles();
  const isSlow = useLasting(work.isRunning, PATIENCE_MS);
  if (!isSlow) return null;
  const { progress, isCancelling } = work;
  const text = isCancelling ? 'Taking back what was written' : (progress?.text ?? 'Reading the workbook');
  return (
    <div className={styles.progress}>
      <Field className={styles.bar} validationMessage={text} validationState="none">
        <ProgressBar
          aria-label="Writing the model"
          {...(progress && !isCancelling ? { value: progress.done } : {})}
        />
      </Field>
      <Button size="small" disabledFocusable={isCancelling} onClick={() => work.cancel()}>
        Cancel
      </Button>
    </div>
  );
}

/** True once something has lasted for a while. */
function useLasting(isOn: boolean, milliseconds: number): boolean {
  const [hasLasted, setLasted] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setLasted(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [isOn, milliseconds]);
  return isOn && hasLasted;
}
