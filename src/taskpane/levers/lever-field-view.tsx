import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { LeverField } from '../../analysis/levers/lever';
import { allowed } from '../../base/rule';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, fontVariantNumeric: 'tabular-nums' } },
  unit: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly field: LeverField;
  readonly choices: readonly string[] | undefined;
  readonly text: string;
  /** What holds where the field is left empty. */
  readonly suggested: string;
  readonly refusal: string | undefined;
  onText(text: string): void;
}

/** One answer that a lever asks for, with its unit, its range and what the table suggests. */
export function LeverFieldView({ field, choices, text, suggested, refusal, onText }: Props) {
  const look = useLook();
  const { rule } = field;
  const hint = [
    field.text,
    rule.type === 'number' || rule.type === 'share' ? `Allowed: ${allowed(rule)}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <Field
      label={field.label}
      hint={hint}
      {...(refusal === undefined ? {} : { validationMessage: refusal, validationState: 'error' as const })}
    >
      {choices !== undefined && !field.isOpen ? (
        <Select className={look.wide} value={text} onChange={(_event, { value }) => onText(value)}>
          {choices.length === 0 && <option value="">none in the table</option>}
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      ) : (
        <Typed field={field} choices={choices ?? []} text={text} suggested={suggested} onText={onText} />
      )}
    </Field>
  );
}

const SAID_BY_VALUE: ReadonlySet<string> = new Set(['share', 'date', 'text', 'choice', 'factor']);

type TypedProps = Omit<Props, 'refusal' | 'choices'> & { readonly choices: readonly string[] };

/** The names of an open field are offered as one types. The control's id, which leads the label to it, comes from Field. */
function Typed({ field, choices, text, suggested, onText, ...control }: TypedProps) {
  const styles = useStyles();
  const names = useId();
  const { rule, unit } = field;
  return (
    <>
      <Input
        {...control}
        className={styles.input}
        value={text}
        placeholder={suggested}
        autoComplete="off"
        inputMode={rule.type === 'number' || rule.type === 'share' ? 'decimal' : 'text'}
        onChange={(_event, { value }) => onText(value)}
        contentAfter={SAID_BY_VALUE.has(unit) ? null : { className: styles.unit, children: unit }}
        {...(choices.length > 0 ? { list: names } : {})}
      />
      {choices.length > 0 && (
        <datalist id={names}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
