import { Field, Input, makeStyles, ToggleButton, tokens, Tooltip } from '@fluentui/react-components';
import { SelectObjectRegular } from '@fluentui/react-icons';
import { useId } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalXS },
  input: { flexGrow: 1, minWidth: 0 },
});

interface Props {
  readonly name: string;
  readonly unit: string;
  readonly isRequired: boolean;
  readonly text: string;
  /** What holds where it is left out. */
  readonly defaultText: string | undefined;
  readonly entry: string;
  readonly refusal: string | undefined;
  /** Words that the argument knows. */
  readonly proposals: readonly string[];
  readonly isPicking: boolean;
  onEntry(entry: string): void;
  onPick(isPicking: boolean): void;
}

/** One argument: its unit beside its name, what it may hold below, and a button that takes cells from the sheet. */
export function ArgumentField(props: Props) {
  const styles = useStyles();
  const { name, unit, isRequired, text, defaultText, entry, refusal, proposals, isPicking } = props;
  const list = useId();
  return (
    <Field
      label={`${name} (${unit})`}
      required={isRequired}
      hint={isPicking ? 'Select cells in the sheet; they go into this field.' : text}
      validationState={refusal === undefined ? 'none' : 'error'}
      validationMessage={refusal}
    >
      {(field) => (
        <div className={styles.row}>
          <Input
            {...field}
            className={styles.input}
            value={entry}
            placeholder={defaultText === undefined ? '' : `default: ${defaultText}`}
            autoComplete="off"
            spellCheck={false}
            onChange={(_event, { value }) => props.onEntry(value)}
            {...(proposals.length > 0 ? { input: { list } } : {})}
          />
          {proposals.length > 0 && (
            <datalist id={list}>
              {proposals.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
          <Tooltip content="Take cells from the sheet" relationship="description">
            <ToggleButton
              aria-label={`Select cells for ${name}`}
              icon={<SelectObjectRegular />}
              checked={isPicking}
              onClick={() => props.onPick(!isPicking)}
            />
          </Tooltip>
        </div>
      )}
    </Field>
  );
}
