import { Button, Field, Input, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { plain } from '../../base/nearest';
import { scenarioNameRefusal } from '../../terms/table/scenario-name';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `2px solid ${tokens.colorBrandStroke1}`,
    minWidth: 0,
  },
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
  const look = useLook();
  const styles = useStyles();
  const { label, saveLabel, suggested, taken, sources, isRunning, onSave, onCancel } = props;
  const [name, setName] = useState(suggested);
  const [source, setSource] = useState(sources?.[0] ?? '');
  const [refusal, setRefusal] = useState<string>();
  const save = (): void => {
    const refused = scenarioNameRefusal(name, taken);
    setRefusal(refused?.sentence);
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
          className={look.wide}
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
          <Select className={look.wide} value={source} onChange={(_event, { value }) => setSource(value)}>
            {sources.map((each) => (
              <option key={each} value={each}>{`a copy of ${each}`}</option>
            ))}
          </Select>
        </Field>
      )}
      <div className={look.buttons}>
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

/** The name with the first number behind it that is free: "Denied 2". */
export function freeScenarioName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((each) => plain(each) === plain(name));
  let name = wanted;
  for (let count = 2; isTaken(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
