import { Button, Caption1, Subtitle2 } from '@fluentui/react-components';
import type { Problem } from '../../terms/table/problem';
import { goTo } from '../../workbook/excel/go-to';
import { cellAt } from '../../workbook/excel/cell-address';
import type { TermsFound } from '../../workbook/terms/read-terms';
import { useAction } from '../parts/action';
import { useLook } from '../parts/look';

interface Props {
  readonly problems: readonly Problem[];
  readonly terms: TermsFound;
  /** Odd, and no reason to refuse the table. */
  readonly areRemarks?: boolean;
}

/** What is wrong with the table, with the way to each cell. */
export function ProblemList({ problems, terms, areRemarks = false }: Props) {
  const look = useLook();
  const { run } = useAction(goTo);
  return (
    <section className={look.part} aria-labelledby="problems">
      <Subtitle2 as="h2" id="problems" className={look.title}>
        {areRemarks ? 'Worth a look' : heading(problems.length)}
      </Subtitle2>
      {!areRemarks && (
        <Caption1 className={look.quiet}>
          The model is computed again as soon as the table is in order.
        </Caption1>
      )}
      <ul className={look.list} aria-live="polite">
        {problems.map(({ row, column, sentence }) => {
          const address = cellAt(terms.top + row - 1, terms.left + column - 1);
          return (
            <li key={`${row} ${column} ${sentence}`} className={look.item}>
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
