import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEditing } from './editing';
import { NotWritten } from './not-written';
import { TermField } from './term-field';
import { OF_THE_SCENARIO, type TermEntry } from './term-groups';
import type { TermForm } from './use-term-form';
import { useLook } from '../../parts/look';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `2px solid ${tokens.colorBrandStroke1}`,
  },
});

interface Props {
  readonly label: string;
  readonly entries: readonly TermEntry[];
  readonly form: TermForm;
  onCancel(): void;
  /** What stands above the fields of the terms, such as the name of a new item. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly saveLabel?: string;
  /** Whether the first of the terms takes the focus as the form opens. */
  readonly takesFocus?: boolean;
  /** Whether the fields say where their figures come from; not where that stands in full below. */
  readonly hasProvenance?: boolean;
  /** Runs in place of saving the terms alone. */
  onSave?(): void;
}

/** Fields of terms with one button for all of them. Enter saves, Escape leaves everything as it was. */
export function TermFormView(props: Props) {
  const look = useLook();
  const styles = useStyles();
  const { culture, scenario } = useEditing();
  const { label, entries, form, onCancel, before, after, takesFocus = true } = props;
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        (props.onSave ?? (() => form.save(entries)))();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {before}
      {entries.map((entry, index) => (
        <TermField
          key={entry.key}
          entry={entry}
          text={form.text(entry)}
          onText={(text) => form.setText(entry, text)}
          refusal={form.refusal(entry)}
          culture={culture}
          isBase={scenario === 0 || entry.definition.section === OF_THE_SCENARIO}
          takesFocus={takesFocus && index === 0}
          hasProvenance={props.hasProvenance ?? true}
        />
      ))}
      <NotWritten obstacles={form} onKeep={onCancel} onLeave={onCancel} />
      <div className={look.buttons}>
        <Button
          type="submit"
          appearance="primary"
          size="small"
          disabledFocusable={form.isSaving}
          {...(form.isSaving ? { icon: <Spinner size="tiny" /> } : {})}
        >
          {props.saveLabel ?? 'Save'}
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {after}
    </form>
  );
}
