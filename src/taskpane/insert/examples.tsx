import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { DocumentedFunction } from '../../functions/catalogue/documentation';

type Example = DocumentedFunction['examples'][number];

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalS} 0` },
  small: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

interface Props {
  readonly examples: readonly Example[];
  onFill(example: Example): void;
  onInsert(example: Example): void;
}

/** Examples with their own figures: into the form, or straight into the cell. */
export function Examples({ examples, onFill, onInsert }: Props) {
  const styles = useStyles();
  if (examples.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="examples">
      <Subtitle2 as="h3" id="examples" className={styles.title}>
        Examples
      </Subtitle2>
      <ul className={styles.list}>
        {examples.map((example) => (
          <li key={example.formula} className={styles.item}>
            {example.title}
            <Caption1 block className={styles.small}>
              {example.reading}
            </Caption1>
            <div className={styles.buttons}>
              <Button size="small" onClick={() => onInsert(example)}>
                Insert example
              </Button>
              <Button size="small" appearance="subtle" onClick={() => onFill(example)}>
                Fill in
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
