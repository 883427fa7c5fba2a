import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TermDefinition } from '../../../terms/catalogue/catalogue';
import { CellNote, DataTable, oneGroup } from '../../parts/data-table';
import { useLook } from '../../parts/look';
import { useEditing } from '../terms/editing';
import { itemHeading, itemShown } from './item-names';
import { valueShown } from '../terms/term-draft';
import type { ItemGroup, SectionGroup } from '../terms/term-groups';

const useStyles = makeStyles({
  gone: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
});

/** A narrow pane shows so many columns of values without scrolling. */
const MOST_COLUMNS = 2;

/** The items of a section as a small table: what holds, and under a changed value what Base says. */
export function ItemSummary({ group }: { group: SectionGroup }) {
  const definitions = group.itemDefinitions.slice(0, MOST_COLUMNS);
  if (group.items.length === 0) return null;
  return (
    <DataTable
      label={`${group.section}: what holds`}
      columns={[
        { kind: 'name', heading: itemHeading(group.section) },
        ...definitions.map(({ term }) => ({ kind: 'value', heading: term }) as const),
      ]}
      groups={oneGroup(
        group.items.map((item) => ({
          key: item.item,
          cells: [
            <ItemName item={item} />,
            ...definitions.map((definition) => (
              <ItemValue key={definition.term} item={item} definition={definition} />
            )),
          ],
        })),
      )}
      isSmall
      isWide
    />
  );
}

function ItemName({ item }: { item: ItemGroup }) {
  const styles = useStyles();
  const { culture, scenario } = useEditing();
  const isLeftOut = !item.isThere;
  return (
    <>
      <span className={mergeClasses(isLeftOut && styles.gone)}>
        {itemShown(item.kind, item.item, culture)}
      </span>
      {isLeftOut && <CellNote>{scenario === 0 ? 'not in Base' : 'left out here'}</CellNote>}
      {!isLeftOut && !item.isInBase && <CellNote>only here</CellNote>}
    </>
  );
}

function ItemValue({ item, definition }: { item: ItemGroup; definition: TermDefinition }) {
  const look = useLook();
  const { culture } = useEditing();
  const entry = item.entries.find((each) => each.definition === definition);
  if (!entry || !item.isThere) return '–';
  return (
    <span className={mergeClasses(entry.isDifferent && look.strong)}>
      {valueShown(definition, entry.inForce, culture)}
      {entry.isDifferent && item.isInBase && (
        <CellNote>{`Base ${valueShown(definition, entry.baseInForce, culture)}`}</CellNote>
      )}
    </span>
  );
}
