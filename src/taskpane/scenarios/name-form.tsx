import { Button, Field, Input, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { list } from '../../calc/allowed-values';
import { plain } from '../../calc/nearest';
import { COLUMNS, RESERVED_NAMES } from '../../terms/header';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `2px solid ${tokens.colorBrandStroke1}`,
    minWidth: 0,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  control: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly label: string;
  readonly saveLabel: string;
  readonly suggested: string;
  /** Names that are taken. */
  readonly taken: readonly string[];
  /** Scenarios to start from; none where there is nothing to choose. */
  readonly sources?: readonly string[];
  readonly isRunning: boolean;
  onSave(name: string, source: string): void;
  onCancel(): void;
}

/** Asks for the name of a scenario, in the pane itself. */
export function NameForm(props: Props) {
  const styles = useStyles();
  const { label, saveLabel, suggested, taken, sources, isRunning, onSave, onCancel } = props;
  const [name, setName] = useState(suggested);
  const [source, setSource] = useState(sources?.[0] ?? '');
  const [refusal, setRefusal] = useState<string>();
  const save = (): void => {
    const refused = nameRefusal(name, taken);
    setRefusal(refused);
    if (refused === undefined) onSave(name.trim().replace(/\s+/g, ' '), source);
  };
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Field
        label="Name"
        required
        {...(refusal === undefined ? {} : { validationMessage: refusal, validationState: 'error' as const })}
      >
        <Input
          className={styles.control}
          value={name}
          autoFocus
          autoComplete="off"
          onChange={(_event, { value }) => {
            setName(value);
            setRefusal(undefined);
          }}
        />
      </Field>
      {sources && (
        <Field
          label="Starts as"
          hint="A copy of Base changes nothing yet; of another scenario, what that one changes."
        >
          <Select
            className={styles.control}
            value={source}
            onChange={(_event, { value }) => setSource(value)}
          >
            {sources.map((each) => (
              <option key={each} value={each}>{`a copy of ${each}`}</option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          size="small"
          disabledFocusable={isRunning}
          {...(isRunning ? { icon: <Spinner size="tiny" /> } : {})}
        >
          {saveLabel}
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Why a scenario cannot have the name. */
export function nameRefusal(name: string, taken: readonly string[]): string | undefined {
  const wanted = plain(name.trim());
  if (wanted === '') return 'The name is blank: enter one.';
  const word = [...RESERVED_NAMES, ...COLUMNS].find((each) => plain(each) === wanted);
  if (word !== undefined) {
    return `${word} is a word of the table itself: choose another name. ${list(RESERVED_NAMES)} and the headers of its columns cannot be names.`;
  }
  const same = taken.find((each) => plain(each) === wanted);
  if (same !== undefined) return `The table has a scenario "${same}" already: choose another name.`;
  return /^[=+@]/.test(name.trim())
    ? `A name that begins with ${name.trim().charAt(0)} would be read as a formula: leave that sign out.`
    : undefined;
}

/** The name with the first number behind it that is free: "Denied 2". */
export function freeScenarioName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((each) => plain(each) === plain(name));
  let name = wanted;
  for (let count = 2; isTaken(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
