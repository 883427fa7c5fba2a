import { Field, Input, Select } from '@fluentui/react-components';
import { useLook } from '../parts/look';
import type { LeverAction, LeverDraft } from './lever-draft';
import type { LeverReading } from './lever-reading';

/** Stands for a scenario that is yet to be made; no scenario can be called so. */
const NEW = '';

interface Props {
  /** All scenarios, Base first. */
  readonly scenarios: readonly string[];
  readonly draft: LeverDraft;
  readonly shown: Pick<LeverReading, 'name' | 'nameRefusal'>;
  change(action: LeverAction): void;
}

/** Which scenario a lever changes: one that is there, or a new one. Base is what the others are held against, and stays. */
export function TargetFields({ scenarios, draft, shown: { name, nameRefusal }, change }: Props) {
  const look = useLook();
  const { existing, copyOf } = draft;
  return (
    <>
      <Field label="Scenario that changes">
        <Select
          className={look.wide}
          value={existing ?? NEW}
          onChange={(_event, { value }) =>
            change({ kind: 'existing', scenario: value === NEW ? undefined : value })
          }
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
              value={draft.name ?? name}
              autoComplete="off"
              onChange={(_event, { value }) => change({ kind: 'name', name: value })}
            />
          </Field>
          <Field label="It starts as">
            <Select
              className={look.wide}
              value={copyOf}
              onChange={(_event, { value }) => change({ kind: 'copy of', scenario: value })}
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
