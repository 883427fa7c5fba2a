import { Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Contract } from '../../contract/contract';
import { termText } from '../../terms/catalogue/documentation';
import { writeEntry } from '../../terms/entry/entry';
import { identityText } from '../../terms/table/identity';
import { hasValue, inForce, type TermRow } from '../../terms/table/row';
import { allowed } from '../../base/rule';
import { useCulture } from '../parts/culture';
import { dateText, unitBeside } from '../parts/figures';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2 },
  table: { width: '100%', borderCollapse: 'collapse' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  name: { whiteSpace: 'nowrap' },
  right: { overflowWrap: 'anywhere', textAlign: 'end', paddingInlineStart: tokens.spacingHorizontalS },
});

interface Props {
  readonly contract: Contract;
  readonly scenario: number;
  readonly row: TermRow;
}

/** A row of the Terms table: what it means, what holds in each scenario, where it comes from. */
export function TermExplanation({ contract, scenario, row }: Props) {
  const styles = useStyles();
  const culture = useCulture();
  const { table } = contract;
  const { definition, item, term, provenance } = row;
  const { unit } = useMemo(
    () => table.reference(definition.section, item, term),
    [table, definition, item, term],
  );
  const shown = (place: number): string => {
    const cell = inForce(row, place);
    return hasValue(cell) && typeof cell !== 'symbol' && cell !== undefined && cell !== null
      ? writeEntry(definition, cell, culture)
      : 'none';
  };
  const own = table.scenarios.flatMap((name, place) =>
    place === 0 || row.cells[place] !== undefined
      ? [{ name, value: shown(place), isInForce: place === scenario }]
      : [],
  );
  const facts: readonly (readonly [string, string])[] = [
    ['Unit', unitBeside(unit)],
    ['Allowed', definition.rule.type === 'text' ? '' : allowed(definition.rule)],
    ['Status', provenance.status ?? ''],
    ['Source', provenance.source],
    ['As of', provenance.asOf === undefined ? '' : dateText(provenance.asOf, culture)],
    ['Note', provenance.note],
  ];
  return (
    <section className={styles.section} aria-labelledby="explained-term">
      <h3 className={styles.title} id="explained-term">
        <Subtitle2>{identityText(definition.section, item, term)}</Subtitle2>
      </h3>
      <Caption1 className={styles.small}>{termText(definition)}</Caption1>
      <table className={styles.table} aria-label="Value by scenario">
        <tbody>
          {own.map(({ name, value, isInForce }) => (
            <Fact key={name} name={isInForce ? `${name} (in force)` : name} value={value} />
          ))}
        </tbody>
      </table>
      <table className={styles.table} aria-label="About the term">
        <tbody>
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <Fact key={name} name={name} value={value} isShort />
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Fact({ name, value, isShort = false }: { name: string; value: string; isShort?: boolean }) {
  const styles = useStyles();
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, isShort && styles.name)}>
        {name}
      </th>
      <td className={mergeClasses(styles.cell, styles.right)}>{value}</td>
    </tr>
  );
}
