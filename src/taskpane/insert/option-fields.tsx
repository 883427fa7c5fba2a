import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { DocumentedRule } from '../../functions/catalogue/documentation';
import { allowed } from '../../base/rule';
import type { ArgumentRule } from '../../functions/framework/arguments/kinds';

const useStyles = makeStyles({
  summary: { cursor: 'pointer' },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalM,
  },
});

interface Props {
  readonly options: Extract<DocumentedRule, { type: 'options' }>['options'];
  readonly entries: Readonly<Record<string, string>>;
  onEntry(name: string, entry: string): void;
}

/** The options one by one, for people who do not keep them in cells. */
export function OptionFields({ options, entries, onEntry }: Props) {
  const styles = useStyles();
  const filled = options.filter(({ name }) => (entries[name] ?? '') !== '').length;
  return (
    <details open={filled > 0 ? true : undefined}>
      <summary className={styles.summary}>
        {filled === 0
          ? `Type options here (${options.length})`
          : `Options typed here: ${filled} of ${options.length}`}
      </summary>
      <div className={styles.fields}>
        {options.map(({ name, unit, text, rule, defaultText }) => (
          <OptionField
            key={name}
            label={`${name} (${unit})`}
            hint={`${text} Allowed: ${allowed(rule)}.`}
            placeholder={`default: ${defaultText}`}
            proposals={choicesOf(rule)}
            entry={entries[name] ?? ''}
            onEntry={(entry) => onEntry(name, entry)}
          />
        ))}
      </div>
    </details>
  );
}

export const choicesOf = (rule: ArgumentRule): readonly string[] =>
  rule.type === 'choice' ? rule.choices : [];

interface FieldProps {
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly proposals: readonly string[];
  readonly entry: string;
  onEntry(entry: string): void;
}

function OptionField({ label, hint, placeholder, proposals, entry, onEntry }: FieldProps) {
  const list = useId();
  return (
    <Field label={label} hint={hint}>
      {(field) => (
        <>
          <Input
            {...field}
            value={entry}
            placeholder={placeholder}
            autoComplete="off"
            onChange={(_event, { value }) => onEntry(value)}
            {...(proposals.length > 0 ? { input: { list } } : {})}
          />
          {proposals.length > 0 && (
            <datalist id={list}>
              {proposals.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
