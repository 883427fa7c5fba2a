import { Button, Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useLasting } from '../parts/use-lasting';
import type { ModelWork } from './model-work';

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  bar: { flexGrow: 1 },
});

export function WorkProgress({ work }: { work: ModelWork }) {
  const styles = useStyles();
  const isSlow = useLasting(work.isRunning);
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
