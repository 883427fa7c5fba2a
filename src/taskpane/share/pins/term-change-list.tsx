import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { Culture } from '../../../terms/entry';
import type { PartChange, TermChange, TermChanges } from '../../../terms/exchange/term-changes';
import { identityText } from '../../../terms/identity';
import { counted } from '../../../workbook/share-check/finding';
import { useCulture } from '../../culture';
import { unitBeside } from '../../figures';
import { contentText } from '../content-text';

/** Beyond so many the list would be read by nobody. */
const MOST_SHOWN = 200;

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { margin: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
});

/** The terms that differ, each with both values. */
export function TermChangeList({ changes }: { changes: TermChanges }) {
  const styles = useStyles();
  const culture = useCulture();
  const { terms, itemsAdded, itemsRemoved } = changes;
  return (
    <section className={styles.part} aria-labelledby="changed-terms">
      <Subtitle2 as="h4" id="changed-terms" className={styles.title}>
        {terms.length === 0 ? 'No term differs' : counted(terms.length, 'term differs', 'terms differ')}
      </Subtitle2>
      {itemsAdded.length > 0 && <p className={styles.text}>{`Added: ${itemsAdded.join(', ')}.`}</p>}
      {itemsRemoved.length > 0 && <p className={styles.text}>{`Taken away: ${itemsRemoved.join(', ')}.`}</p>}
      {terms.length > 0 && (
        <ul className={styles.list} aria-labelledby="changed-terms">
          {terms.slice(0, MOST_SHOWN).map((change) => {
            const name = identityText(change.section, change.item, change.term);
            return (
              <li key={name} className={styles.item}>
                <strong>{name}</strong>
                {change.parts.map((part) => (
                  <p key={part.part} className={styles.text}>
                    {partText(change, part, culture)}
                  </p>
                ))}
              </li>
            );
          })}
        </ul>
      )}
      {terms.length > MOST_SHOWN && <p className={styles.text}>{`And ${terms.length - MOST_SHOWN} more.`}</p>}
    </section>
  );
}

/** What a part is called before its values; what holds needs no word. */
const LEADS: Readonly<Record<PartChange['part'], string>> = {
  Value: '',
  Base: 'In Base: ',
  'Own cell': 'The scenario’s own cell: ',
  Unit: 'Unit: ',
  Status: 'Status: ',
};

/** By which column a part is read. */
const COLUMNS: Readonly<Record<PartChange['part'], string>> = {
  Value: 'Base',
  Base: 'Base',
  'Own cell': 'Base',
  Unit: 'Unit',
  Status: 'Status',
};

function partText(change: TermChange, { part, before, after }: PartChange, culture: Culture): string {
  const { definition, kind, unit } = change;
  const text = (value: PartChange['before']): string =>
    contentText(definition, COLUMNS[part], value, culture);
  const beside = COLUMNS[part] === 'Base' && unitBeside(unit) !== '' ? ` ${unit}` : '';
  if (kind === 'added') return `Added: ${text(after)}${beside}`;
  if (kind === 'removed') return `Taken away: ${text(before)}${beside}`;
  return `${LEADS[part]}${text(before)} → ${text(after)}${beside}`;
}
