import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { DocumentedFunction } from '../../functions/catalogue/documentation';
import { useLook } from '../parts/look';

type Example = DocumentedFunction['examples'][number];

const useStyles = makeStyles({
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
  const look = useLook();
  const styles = useStyles();
  if (examples.length === 0) return null;
  return (
    <section className={look.part} aria-labelledby="examples">
      <Subtitle2 as="h3" id="examples" className={look.title}>
        Examples
      </Subtitle2>
      <ul className={look.list}>
        {examples.map((example) => (
          <li key={example.formula} className={look.item}>
            {example.title}
            <Caption1 block className={look.longQuiet}>
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
