import { Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  picks: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))',
    alignItems: 'start',
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  pick: { minWidth: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
});

interface Props {
  /** Names of all scenarios; their places are what is picked. */
  readonly scenarios: readonly string[];
  readonly picked: readonly number[];
  readonly reference: number | undefined;
  onPick(picked: readonly number[]): void;
  onReference(reference: number): void;
}

/** Which scenarios stand side by side, and which of them the others are held against. */
export function ScenarioPicks({ scenarios, picked, reference, onPick, onReference }: Props) {
  const styles = useStyles();
  const hint = useId();
  const toggle = (place: number, isOn: boolean) =>
    onPick([...scenarios.keys()].filter((each) => (each === place ? isOn : picked.includes(each))));
  return (
    <>
      <fieldset className={styles.picks} aria-describedby={hint}>
        <legend className={styles.legend}>Scenarios side by side</legend>
        {scenarios.map((name, place) => (
          <Checkbox
            key={name}
            className={styles.pick}
            label={name}
            checked={picked.includes(place)}
            onChange={(_event, { checked }) => toggle(place, checked === true)}
          />
        ))}
      </fieldset>
      <Field
        className={styles.field}
        label="Held against"
        validationState={picked.length < 2 ? 'warning' : 'none'}
        validationMessage={
          picked.length < 2 ? <span id={hint}>Choose at least two scenarios.</span> : undefined
        }
      >
        <Select
          value={String(reference ?? '')}
          disabled={picked.length === 0}
          onChange={(_event, { value }) => onReference(Number(value))}
        >
          {picked.map((place) => (
            <option key={place} value={place}>
              {scenarios[place]}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
