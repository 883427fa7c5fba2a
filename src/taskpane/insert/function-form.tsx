import { Refusal } from '../../base/refusal';
import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentedFunction, DocumentedParameter } from '../../functions/catalogue/documentation';
import { withSeparatorsOf } from '../../workbook/formulas/compose-formula';
import { NAMESPACE } from '../../workbook/formulas/function-names';
import type { Preview } from '../../workbook/formulas/preview-call';
import { useCulture } from '../parts/culture';
import { useLook } from '../parts/look';
import { useModel, type ModelState } from '../shell/model-session';
import { ArgumentField } from './argument-field';
import { composeCall, entriesOf, NO_ENTRIES, type CallEntries } from './call-form';
import { Examples } from './examples';
import { LiveResult } from './live-result';
import { choicesOf, OptionFields } from './option-fields';
import { useInsertion } from './use-insertion';
import { usePreview } from './use-preview';
import { useTarget } from './use-target';

const useStyles = makeStyles({
  name: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  formula: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly documented: DocumentedFunction;
  onBack(): void;
}

/** A function's arguments, its result as it is typed, and the cell that it goes to. */
export function FunctionForm({ documented, onBack }: Props) {
  const look = useLook();
  const styles = useStyles();
  const culture = useCulture();
  const model = useModel();
  const [entries, setEntries] = useState(() => begun(documented, model));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const enter = useCallback(
    (name: string, entry: string) =>
      setEntries((before) => ({ ...before, arguments: { ...before.arguments, [name]: entry } })),
    [],
  );
  const { target, picking, pick, stopPicking } = useTarget(enter);
  const composed = useMemo(() => composeCall(documented, entries, culture), [documented, entries, culture]);
  const isReady = composed.formula !== undefined && composed.missing.length === 0;
  const preview = usePreview(documented, isReady ? composed.formula : undefined, target?.sheet);
  const insertion = useInsertion();
  const place = target ? `${target.sheet}!${target.address}` : '';
  const format =
    documented.result.matrix || documented.result.isText ? {} : { format: documented.result.format };
  const size =
    preview?.kind === 'block'
      ? { size: { rows: preview.block.length, columns: preview.block[0]?.length ?? 1 } }
      : {};

  return (
    <section className={look.view} aria-labelledby="function-name">
      <Button
        className={look.back}
        appearance="subtle"
        size="small"
        icon={<ArrowLeftRegular />}
        onClick={onBack}
      >
        All functions
      </Button>
      <div>
        <Subtitle2 as="h2" block className={styles.name}>
          <span id="function-name" tabIndex={-1} ref={heading}>{`${NAMESPACE}.${documented.id}`}</span>
        </Subtitle2>
        <Caption1 block className={look.quiet}>
          {documented.summary}
        </Caption1>
      </div>
      {documented.parameters.map((parameter) => (
        <div key={parameter.name}>
          <ArgumentField
            name={parameter.name}
            unit={parameter.unit}
            isRequired={!parameter.optional}
            text={parameter.text}
            defaultText={parameter.defaultText}
            entry={entries.arguments[parameter.name] ?? ''}
            refusal={composed.refusals[parameter.name] ?? refusalOf(parameter.name, preview)}
            proposals={proposalsFor(parameter, model)}
            isPicking={picking === parameter.name}
            onEntry={(entry) => enter(parameter.name, entry)}
            onPick={(isOn) => (isOn ? pick(parameter.name) : stopPicking())}
          />
          {parameter.rule.type === 'options' && (entries.arguments[parameter.name] ?? '') === '' && (
            <OptionFields
              options={parameter.rule.options}
              entries={entries.options}
              onEntry={(name, entry) =>
                setEntries((before) => ({ ...before, options: { ...before.options, [name]: entry } }))
              }
            />
          )}
        </div>
      ))}
      <LiveResult documented={documented} preview={preview} missing={composed.missing} />
      {composed.formula !== undefined && (
        <p className={styles.formula}>{withSeparatorsOf(composed.formula, culture.decimal)}</p>
      )}
      {insertion.question === undefined ? (
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={!isReady || !target || insertion.isRunning}
            onClick={() => {
              stopPicking();
              if (target && composed.formula !== undefined && isReady) {
                insertion.insert({ target, formula: composed.formula, ...format, ...size });
              }
            }}
          >
            Insert
          </Button>
          <Caption1 className={look.quiet}>
            {target ? `into ${place}` : 'Select a cell to insert into.'}
          </Caption1>
        </div>
      ) : (
        <Question question={insertion.question} onReplace={insertion.replace} onKeep={insertion.keep} />
      )}
      <Examples
        examples={documented.examples}
        onFill={({ formula }) => setEntries(entriesOf(documented, formula, culture) ?? NO_ENTRIES)}
        onInsert={({ formula, result }) => {
          const block = Array.isArray(result)
            ? { size: { rows: result.length, columns: result[0]?.length ?? 1 } }
            : {};
          if (target) insertion.insert({ target, formula: ownNamespace(formula), ...format, ...block });
        }}
      />
    </section>
  );
}

function Question({ question, onReplace, onKeep }: { question: string; onReplace(): void; onKeep(): void }) {
  const styles = useStyles();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className={styles.question} role="alert">
      {question}
      <div className={styles.buttons}>
        <Button ref={keep} onClick={onKeep}>
          Keep the cell
        </Button>
        <Button appearance="primary" onClick={onReplace}>
          Replace
        </Button>
      </div>
    </div>
  );
}

/** The function's own objection, where it is to this argument. */
const refusalOf = (name: string, preview: Preview | undefined): string | undefined =>
  preview instanceof Refusal && preview.about === name ? preview.sentence : undefined;

/** Examples are written in the first namespace; this deployment may have another. */
const ownNamespace = (formula: string): string => formula.replace(/^=METER\./, `=${NAMESPACE}.`);

/** A model's functions begin with its Terms and the scenario in force. */
function begun({ parameters }: DocumentedFunction, model: ModelState): CallEntries {
  if (model.state !== 'ready' && model.state !== 'problems') return NO_ENTRIES;
  const takesTerms = parameters.find(({ rule }) => rule.type === 'terms');
  if (!takesTerms) return NO_ENTRIES;
  const scenario = parameters.find(({ name }) => name === 'scenario');
  return {
    arguments: { [takesTerms.name]: 'Terms', ...(scenario ? { [scenario.name]: '=Scenario' } : {}) },
    options: {},
  };
}

function proposalsFor({ name, rule }: DocumentedParameter, model: ModelState): readonly string[] {
  if (rule.type === 'choice') return choicesOf(rule);
  if (model.state !== 'ready') return [];
  if (rule.type === 'line') return model.contract.model.lines.map(({ id }) => id);
  return name === 'scenario' ? model.table.scenarios : [];
}
