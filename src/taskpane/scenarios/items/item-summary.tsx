import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TermDefinition } from '../../../terms/catalogue/catalogue';
import { useEditing } from '../terms/editing';
import { itemHeading, itemShown } from './item-names';
import { valueShown } from '../terms/term-draft';
import type { ItemGroup, SectionGroup } from '../terms/term-groups';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', minWidth: 0 },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: 'end',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    verticalAlign: 'bottom',
  },
  first: { textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
  },
  changed: { fontWeight: tokens.fontWeightSemibold },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  gone: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
});

/** A narrow pane shows so many columns of values without scrolling. */
const MOST_COLUMNS = 2;

/** The items of a section as a small table: what holds, and under a changed value what Base says. */
export function ItemSummary({ group }: { group: SectionGroup }) {
  const styles = useStyles();
  const columns = group.itemDefinitions.slice(0, MOST_COLUMNS);
  if (group.items.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={group.section}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.first)}>
              {itemHeading(group.section)}
            </th>
            {columns.map((definition) => (
              <th key={definition.term} scope="col" className={styles.head}>
                {definition.term}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.items.map((item) => (
            <ItemRow key={item.item} item={item} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemRow({ item, columns }: { item: ItemGroup; columns: readonly TermDefinition[] }) {
  const styles = useStyles();
  const { culture, scenario } = useEditing();
  const isLeftOut = !item.isThere;
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
        <span className={mergeClasses(isLeftOut && styles.gone)}>
          {itemShown(item.kind, item.item, culture)}
        </span>
        {isLeftOut && (
          <span className={styles.small}>{scenario === 0 ? 'not in Base' : 'left out here'}</span>
        )}
        {!isLeftOut && !item.isInBase && <span className={styles.small}>only here</span>}
      </th>
      {columns.map((definition) => (
        <ItemCell key={definition.term} item={item} definition={definition} />
      ))}
    </tr>
  );
}

function ItemCell({ item, definition }: { item: ItemGroup; definition: TermDefinition }) {
  const styles = useStyles();
  const { culture } = useEditing();
  const entry = item.entries.find((each) => each.definition === definition);
  if (!entry || !item.isThere) return <td className={styles.cell}>–</td>;
  return (
    <td className={mergeClasses(styles.cell, entry.isDifferent && styles.changed)}>
      {valueShown(definition, entry.inForce, culture)}
      {entry.isDifferent && item.isInBase && (
        <span className={styles.small}>{`Base ${valueShown(definition, entry.baseInForce, culture)}`}</span>
      )}
    </td>
  );
}
