import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { Problem } from '../../terms/table/problem';
import { goTo } from '../../workbook/excel/go-to';
import { cellAt } from '../../workbook/excel/cell-address';
import type { TermsFound } from '../../workbook/terms/read-terms';
import { useAction } from '../parts/action';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  small: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalS} 0` },
});

interface Props {
  readonly problems: readonly Problem[];
  readonly terms: TermsFound;
  /** Odd, and no reason to refuse the table. */
  readonly areRemarks?: boolean;
}

/** What is wrong with the table, with the way to each cell. */
export function ProblemList({ problems, terms, areRemarks = false }: Props) {
  const styles = useStyles();
  const { run } = useAction(goTo);
  return (
    <section className={styles.part} aria-labelledby="problems">
      <Subtitle2 as="h2" id="problems" className={styles.title}>
        {areRemarks ? 'Worth a look' : heading(problems.length)}
      </Subtitle2>
      {!areRemarks && (
        <Caption1 className={styles.small}>
          The model is computed again as soon as the table is in order.
        </Caption1>
      )}
      <ul className={styles.list} aria-live="polite">
        {problems.map(({ row, column, sentence }) => {
          const address = cellAt(terms.top + row - 1, terms.left + column - 1);
          return (
            <li key={`${row} ${column} ${sentence}`} className={styles.item}>
              {sentence}{' '}
              <Button size="small" onClick={() => run({ sheet: terms.sheet, address })}>
                {`Go to ${terms.sheet}!${address}`}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const heading = (count: number): string =>
  count === 1 ? 'One thing in the Terms table needs you' : `${count} things in the Terms table need you`;
