import { Field, Input, Select } from '@fluentui/react-components';
import { useLook } from '../parts/look';

/** Stands for a scenario that is yet to be made; no scenario can be called so. */
const NEW = '';

interface Props {
  /** All scenarios, Base first. */
  readonly scenarios: readonly string[];
  /** The one that changes; undefined for a new one. */
  readonly existing: string | undefined;
  readonly copyOf: string;
  readonly name: string;
  readonly nameRefusal: string | undefined;
  onExisting(name: string | undefined): void;
  onCopyOf(name: string): void;
  onName(name: string): void;
}

/** Which scenario a lever changes: one that is there, or a new one. Base is what the others are held against, and stays. */
export function TargetFields(props: Props) {
  const look = useLook();
  const { scenarios, existing, copyOf, name, nameRefusal } = props;
  return (
    <>
      <Field label="Scenario that changes">
        <Select
          className={look.wide}
          value={existing ?? NEW}
          onChange={(_event, { value }) => props.onExisting(value === NEW ? undefined : value)}
        >
          <option value={NEW}>A new scenario</option>
          {scenarios.slice(1).map((scenario) => (
            <option key={scenario}>{scenario}</option>
          ))}
        </Select>
      </Field>
      {existing === undefined && (
        <>
          <Field
            label="Its name"
            {...(nameRefusal === undefined
              ? {}
              : { validationMessage: nameRefusal, validationState: 'error' as const })}
          >
            <Input
              className={look.wide}
              value={name}
              autoComplete="off"
              onChange={(_event, { value }) => props.onName(value)}
            />
          </Field>
          <Field label="It starts as">
            <Select
              className={look.wide}
              value={copyOf}
              onChange={(_event, { value }) => props.onCopyOf(value)}
            >
              {scenarios.map((scenario) => (
                <option key={scenario} value={scenario}>{`a copy of ${scenario}`}</option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </>
  );
}
