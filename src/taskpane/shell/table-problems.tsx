import { Link } from '@fluentui/react-components';
import type { Problem } from '../../terms/table/problem';
import { announce } from '../../commands/announcement';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import { selectTermsCell } from './select-terms-cell';
import { useLook } from '../parts/look';

const MOST_LISTED = 5;

/** What is wrong with the table, each with the way to its cell. */
export function TableProblems({ problems }: { problems: readonly Problem[] }) {
  const look = useLook();
  const more = problems.length - MOST_LISTED;
  return (
    <ul className={look.bullets}>
      {problems.slice(0, MOST_LISTED).map((problem) => (
        <li key={problem.sentence}>
          {problem.sentence}{' '}
          <Link
            as="button"
            onClick={() => {
              selectTermsCell(problem.row, problem.column).catch((fault: unknown) =>
                announce({ sentence: sentenceFor(fault), failed: true }),
              );
            }}
          >
            Go to the cell
          </Link>
        </li>
      ))}
      {more > 0 && <li>{`And ${more} more.`}</li>}
    </ul>
  );
}
