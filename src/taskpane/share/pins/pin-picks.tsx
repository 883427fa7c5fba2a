import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Option, Picked } from './use-pin-choices';

const useStyles = makeStyles({
  ends: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  // A list is as wide as its longest entry unless it is given a width.
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
});

/** The two that are compared. */
export function PinPicks({ picked }: { picked: Picked }) {
  const styles = useStyles();
  return (
    <div className={styles.ends}>
      <Pick label="From" picked={picked} value={picked.from?.id} onChoose={picked.chooseFrom} />
      <Pick label="To" picked={picked} value={picked.to?.id} onChoose={picked.chooseTo} />
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly picked: Picked;
  readonly value: string | undefined;
  onChoose(id: string): void;
}

function Pick({ label, picked: { now, pins }, value, onChoose }: PickProps) {
  const styles = useStyles();
  return (
    <Field label={label} className={styles.field}>
      <Select value={value ?? ''} onChange={(_event, { value: id }) => onChoose(id)}>
        <Group label="Pins, the latest first (UTC)" options={pins} />
        <Group label="As the Terms stand now" options={now} />
      </Select>
    </Field>
  );
}

function Group({ label, options }: { label: string; options: readonly Option[] }) {
  if (options.length === 0) return null;
  return (
    <optgroup label={label}>
      {options.map(({ id, label: text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </optgroup>
  );
}
