import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import type { TermDefinition } from '../../../terms/catalogue/catalogue';
import type { Culture } from '../../../terms/entry/entry';
import { allowed } from '../../../base/rule';
import { dateText } from '../../parts/figures';
import { useLook } from '../../parts/look';
import { NONE, mayBeAbsent, valueShown } from './term-draft';
import type { TermEntry } from './term-groups';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, fontVariantNumeric: 'tabular-nums' } },
  unit: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, textAlign: 'end' },
  word: { minWidth: 0 },
});

export interface TermFieldProps {
  readonly entry: TermEntry;
  /** What is typed: as in the sheet, nothing inherits Base and None is no value. */
  readonly text: string;
  onText(text: string): void;
  readonly refusal: string | undefined;
  readonly culture: Culture;
  /** Whether Base itself is edited: it inherits from nobody. */
  readonly isBase: boolean;
  readonly takesFocus?: boolean;
  /** Whether to say where the figure comes from; not where it stands in full below. */
  readonly hasProvenance?: boolean;
}

/** The control that fits a term, with Base, unit and range beside it. */
export function TermField(props: TermFieldProps) {
  const look = useLook();
  const styles = useStyles();
  const { entry, text, onText, refusal, isBase } = props;
  const { definition } = entry;
  const offersBase = !isBase && (entry.base !== undefined || text !== '');
  return (
    <div className={styles.field}>
      <Field
        label={entry.term}
        hint={hintOf(props)}
        {...(refusal === undefined ? {} : { validationMessage: refusal, validationState: 'error' as const })}
      >
        <Control {...props} />
      </Field>
      {(offersBase || mayBeAbsent(definition)) && (
        <div className={look.buttons}>
          {!isBase && (
            <Button
              size="small"
              className={styles.word}
              disabledFocusable={text === ''}
              aria-label={`${entry.term}: back to Base`}
              onClick={() => onText('')}
            >
              Back to Base
            </Button>
          )}
          {mayBeAbsent(definition) && (
            <Button
              size="small"
              className={styles.word}
              disabledFocusable={text === NONE}
              aria-label={`${entry.term}: None, no value`}
              onClick={() => onText(NONE)}
            >
              None
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** "Base: 2027-01-01. A date from 1990-01-01 to 9999-12-31." */
function hintOf({ entry, culture, isBase, hasProvenance = true }: TermFieldProps): string {
  const { definition, baseInForce, base } = entry;
  const { rule } = definition;
  const isDefault = base === undefined && baseInForce !== null;
  const value = baseInForce === null ? 'no value' : valueShown(definition, baseInForce, culture);
  const parts = [
    isBase ? '' : `Base: ${value}${isDefault ? ' (default)' : ''}.`,
    rule.type === 'text' || rule.type === 'choice' ? '' : `Allowed: ${allowed(rule)}.`,
    rule.type === 'number' && shortUnit(entry.unit) === '' ? `Unit: ${entry.unit}.` : '',
    hasProvenance ? provenanceText(entry, culture) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** "Reported: Press reports (as of 2026-11-22)." */
function provenanceText({ row }: TermEntry, culture: Culture): string {
  if (!row) return '';
  const { status, source, asOf } = row.provenance;
  const said = [status, source].filter(Boolean).join(': ');
  return said === '' ? '' : `${said}${asOf === undefined ? '' : ` (as of ${dateText(asOf, culture)})`}.`;
}

/** Long texts get room. */
const LONG_TEXT = 40;

function Control({ entry, text, onText, culture, isBase, takesFocus = false }: TermFieldProps) {
  const look = useLook();
  const styles = useStyles();
  const { definition } = entry;
  const { rule } = definition;
  if (rule.type === 'choice') {
    return (
      <Select
        className={look.wide}
        value={text}
        autoFocus={takesFocus}
        onChange={(_event, { value }) => onText(value)}
      >
        <option value="">{blankChoice(entry, culture, isBase)}</option>
        {rule.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
        {mayBeAbsent(definition) && !rule.choices.includes(NONE) && (
          <option value={NONE}>{`${NONE} (no value)`}</option>
        )}
      </Select>
    );
  }
  const isLong = rule.type === 'text' && Math.max(text.length, shownBase(entry, culture).length) > LONG_TEXT;
  if (isLong) {
    return (
      <Textarea
        className={look.wide}
        value={text}
        autoFocus={takesFocus}
        resize="vertical"
        placeholder={isBase ? '' : shownBase(entry, culture)}
        onChange={(_event, { value }) => onText(value)}
      />
    );
  }
  return (
    <Input
      className={styles.input}
      value={text}
      autoFocus={takesFocus}
      placeholder={isBase ? dateHint(definition, culture) : shownBase(entry, culture)}
      inputMode={rule.type === 'number' || rule.type === 'share' ? 'decimal' : 'text'}
      autoComplete="off"
      onChange={(_event, { value }) => onText(value)}
      contentAfter={
        rule.type === 'number' ? { className: styles.unit, children: shortUnit(entry.unit) } : null
      }
    />
  );
}

function blankChoice(entry: TermEntry, culture: Culture, isBase: boolean): string {
  const { definition } = entry;
  if (!isBase) return `Base (${shownBase(entry, culture) || 'no value'})`;
  return definition.byDefault === undefined ? 'Blank' : `Blank (default ${definition.byDefault})`;
}

const shownBase = ({ definition, baseInForce }: TermEntry, culture: Culture): string =>
  baseInForce === null ? '' : valueShown(definition, baseInForce, culture);

const dateHint = ({ rule }: TermDefinition, { dateOrder, dateSeparator }: Culture): string =>
  rule.type === 'date'
    ? [...dateOrder].map((part) => (part === 'y' ? 'yyyy' : part.repeat(2))).join(dateSeparator)
    : '';

/** A long unit stands with the details; beside a number there is no room for it. */
const MOST_UNIT = 12;
const shortUnit = (unit: string): string => (unit.length > MOST_UNIT ? '' : unit);
