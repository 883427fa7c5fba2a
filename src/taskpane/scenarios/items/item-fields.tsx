import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLook } from '../../parts/look';
import { useEditing } from '../terms/editing';
import { TermField } from '../terms/term-field';
import { OF_THE_SCENARIO, type TermEntry } from '../terms/term-groups';
import type { TermForm } from '../terms/use-term-form';

const useStyles = makeStyles({
  item: {
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalS}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
  },
});

interface Props {
  readonly legend: string;
  readonly entries: readonly TermEntry[];
  readonly form: TermForm;
  readonly takesFocus?: boolean;
  /** What stands above the terms, such as the name of a new item. */
  readonly above?: ReactNode;
  /** The button that takes the item away: what it says, and in full for who hears it alone. */
  readonly removal: { readonly text: string; readonly label?: string };
  onRemove(): void;
}

/** One item with the fields of its terms. */
export function ItemFields({ legend, entries, form, takesFocus = false, above, removal, onRemove }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { culture, scenario } = useEditing();
  return (
    <fieldset className={styles.item}>
      <legend className={styles.legend}>{legend}</legend>
      {above}
      <div className={styles.fields}>
        {entries.map((entry, place) => (
          <TermField
            key={entry.key}
            entry={entry}
            text={form.text(entry)}
            onText={(text) => form.setText(entry, text)}
            refusal={form.refusal(entry)}
            culture={culture}
            isBase={scenario === 0 || entry.definition.section === OF_THE_SCENARIO}
            takesFocus={takesFocus && place === 0}
          />
        ))}
      </div>
      <Button
        className={look.narrow}
        size="small"
        icon={<DeleteRegular />}
        aria-label={removal.label}
        onClick={onRemove}
      >
        {removal.text}
      </Button>
    </fieldset>
  );
}
