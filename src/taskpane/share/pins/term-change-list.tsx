import { Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { counted } from '../../../base/words';
import type { Bridge } from '../../../analysis/bridge';
import type { Culture } from '../../../terms/entry/entry';
import type { PartChange, TermChange, TermChanges } from '../../../terms/exchange/term-changes';
import { identityText } from '../../../terms/table/identity';
import { type FigureDisplay, signed } from '../../compare/figure-display';
import { useCulture } from '../../parts/culture';
import { numberText, unitBeside } from '../../parts/figures';
import { useLook } from '../../parts/look';
import { contentText } from '../content-text';
import { type TermEffect, termEffects } from './term-effects';

/** Beyond so many the list would be read by nobody. */
const MOST_SHOWN = 200;

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  term: { minWidth: 0 },
  wide: { gridColumn: '1 / -1' },
  amount: { textAlign: 'end', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

const ORDER =
  'Within a section one follows another, in the order of the Terms table; those that make a valid table only together, and those of one item that was added or taken away, have one amount.';

interface Props {
  readonly changes: TermChanges;
  readonly bridge: Bridge | undefined;
  readonly currency: string;
}

/** The terms that differ, each with both values and with what it did to the total. */
export function TermChangeList({ changes, bridge, currency }: Props) {
  const look = useLook();
  const { terms, itemsAdded, itemsRemoved } = changes;
  const { display, effects } = termEffects(terms.slice(0, MOST_SHOWN), bridge, currency);
  return (
    <section className={look.tight} aria-labelledby="changed-terms">
      <Subtitle2 as="h4" id="changed-terms" className={look.title}>
        {terms.length === 0 ? 'No term differs' : counted(terms.length, 'term differs', 'terms differ')}
      </Subtitle2>
      {itemsAdded.length > 0 && <p className={look.longText}>{`Added: ${itemsAdded.join(', ')}.`}</p>}
      {itemsRemoved.length > 0 && (
        <p className={look.longText}>{`Taken away: ${itemsRemoved.join(', ')}.`}</p>
      )}
      {display && terms.length > 0 && bridge && (
        <Caption1 block className={look.quiet}>
          {`On the right, what each did to the figure ${bridge.figure.label}, in ${display.unit}. ${ORDER}`}
        </Caption1>
      )}
      {terms.length > 0 && (
        <ul className={look.list} aria-labelledby="changed-terms">
          {effects.map((effect) => (
            <Effect key={effect.terms.map(nameOf).join()} effect={effect} display={display} />
          ))}
        </ul>
      )}
      {terms.length > MOST_SHOWN && (
        <p className={look.longText}>{`And ${terms.length - MOST_SHOWN} more.`}</p>
      )}
    </section>
  );
}

const nameOf = ({ section, item, term }: TermChange): string => identityText(section, item, term);

interface EffectProps {
  readonly effect: TermEffect;
  readonly display: FigureDisplay | undefined;
}

/** Terms with both values, and what they did: the amount stands beside a single one, and below several. */
function Effect({ effect: { terms, amount }, display }: EffectProps) {
  const look = useLook();
  const styles = useStyles();
  const culture = useCulture();
  const isTogether = terms.length > 1;
  return (
    <li className={styles.item}>
      {terms.map((change) => (
        <div key={nameOf(change)} className={mergeClasses(styles.term, isTogether && styles.wide)}>
          <strong>{nameOf(change)}</strong>
          {change.parts.map((part) => (
            <p key={part.part} className={look.longText}>
              {partText(change, part, culture)}
            </p>
          ))}
        </div>
      ))}
      {isTogether && amount && <span className={look.quiet}>{`Together, these ${terms.length}`}</span>}
      {amount && display && (
        <span className={styles.amount}>{signed(numberText(amount, display.decimals, culture), amount)}</span>
      )}
    </li>
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
