import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useNavigation } from './navigation';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
});

/** In place of a view that needs a model. */
export function NoModel({ sentence }: { sentence: string }) {
  const look = useLook();
  const styles = useStyles();
  const { show } = useNavigation();
  return (
    <section className={styles.part} aria-labelledby="no-model">
      <Subtitle2 as="h2" id="no-model" className={look.title}>
        No model in this workbook
      </Subtitle2>
      <Caption1 className={look.quiet}>{sentence}</Caption1>
      <Button appearance="primary" onClick={() => show('start')}>
        Choose a template
      </Button>
    </section>
  );
}
