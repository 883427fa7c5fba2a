import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { dateText } from '../../parts/figures';
import { useLook } from '../../parts/look';
import { useEditing } from './editing';
import { termText } from '../../../terms/catalogue/documentation';
import { allowed } from '../../../base/rule';
import type { Status } from '../../../terms/table/row';
import type { TermEntry } from './term-groups';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What is known of a term beside its value: meaning, unit, range, and where the figure comes from. */
export function TermDetails({ entry }: { entry: TermEntry }) {
  const look = useLook();
  const styles = useStyles();
  const { culture } = useEditing();
  const { definition, row } = entry;
  const provenance = row?.provenance;
  const facts: readonly (readonly [string, string])[] = [
    ['Unit', definition.rule.type === 'date' || definition.rule.type === 'choice' ? '' : entry.unit],
    ['Allowed', definition.rule.type === 'text' ? '' : allowed(definition.rule)],
    ['Source', provenance?.source ?? ''],
    ['As of', provenance?.asOf === undefined ? '' : dateText(provenance.asOf, culture)],
    ['Note', provenance?.note ?? ''],
    ['Terms row', row ? String(row.row) : 'none yet; entering a value adds one'],
  ];
  return (
    <>
      <p className={look.hint}>{termText(definition)}</p>
      <dl className={styles.list}>
        {provenance?.status && (
          <>
            <dt className={look.quiet}>Status</dt>
            <dd className={look.longText}>
              <StatusBadge status={provenance.status} />
            </dd>
          </>
        )}
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
      </dl>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  const look = useLook();
  return (
    <>
      <dt className={look.quiet}>{name}</dt>
      <dd className={look.longText}>{value}</dd>
    </>
  );
}

const COLOURS = {
  Contractual: 'success',
  Confirmed: 'success',
  Reported: 'brand',
  Disputed: 'danger',
  Estimate: 'warning',
  Illustrative: 'warning',
  Superseded: 'subtle',
} as const satisfies Record<Status, string>;

/** How sure a figure is; the word carries it, the colour only helps. */
export function StatusBadge({ status }: { status: Status }) {
  return (
    <Badge appearance="tint" color={COLOURS[status]} size="small">
      {status}
    </Badge>
  );
}
