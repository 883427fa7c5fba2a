import { Badge, Caption1, Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { CheckResult } from '../../contract/checks/checks';
import type { Contract } from '../../contract/contract';
import { goToCheck } from '../../workbook/excel/go-to-check';
import { useAction } from '../parts/action';
import { useCulture } from '../parts/culture';
import { shortText } from '../parts/figures';
import { useLook } from '../parts/look';
import { useChecks } from './use-checks';

const useStyles = makeStyles({
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXS} 0` },
  name: { textAlign: 'start' },
});

/** The master check, and each check that does not hold with the way to it. */
export function Checks({ contract }: { contract: Contract }) {
  const look = useLook();
  const styles = useStyles();
  const { value: results, isStale } = useChecks(contract);
  return (
    <section className={look.part} aria-labelledby="checks" aria-busy={isStale}>
      <div className={styles.heading}>
        <Subtitle2 as="h2" id="checks" className={look.title}>
          Checks
        </Subtitle2>
        <span aria-live="polite">
          {results === undefined ? (
            <Caption1>checking every scenario …</Caption1>
          ) : (
            <Master results={results} />
          )}
        </span>
      </div>
      {results && <FailingList results={results.filter(({ pass }) => !pass)} />}
    </section>
  );
}

function Master({ results }: { results: readonly CheckResult[] }) {
  const errors = results.filter(({ kind }) => kind === 'Error');
  const failing = errors.filter(({ pass }) => !pass).length;
  return failing === 0 ? (
    <Badge appearance="tint" color="success">{`all ${errors.length} hold`}</Badge>
  ) : (
    <Badge appearance="filled" color="danger">{`${failing} of ${errors.length} fail`}</Badge>
  );
}

function FailingList({ results }: { results: readonly CheckResult[] }) {
  const look = useLook();
  if (results.length === 0) return null;
  return (
    <ul className={look.list}>
      {results.map((result) => (
        <Failing key={result.check} result={result} />
      ))}
    </ul>
  );
}

function Failing({ result: { check, kind, value, expected, where } }: { result: CheckResult }) {
  const look = useLook();
  const styles = useStyles();
  const culture = useCulture();
  const { run } = useAction(goToCheck);
  return (
    <li className={styles.item}>
      <Link as="button" className={styles.name} onClick={() => run(check)}>
        {`${kind}: ${check}`}
      </Link>
      <Caption1 block className={look.longQuiet}>
        {`${where}: ${shortText(value, culture)} against ${shortText(expected, culture)}`}
      </Caption1>
    </li>
  );
}
