import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../../base/refusal';
import type { Lever } from '../../analysis/levers/lever';
import { useCulture } from '../parts/culture';
import { useLook } from '../parts/look';
import { ConflictNotice } from '../scenarios/terms/conflict-notice';
import { FormulaNotice } from '../scenarios/terms/formula-notice';
import type { KnownModel } from '../shell/model-gate';
import { LeverEffect } from './lever-effect';
import { LeverFieldView } from './lever-field-view';
import { TargetFields } from './target-fields';
import { useLeverApplication } from './use-lever-application';
import { useLeverForm } from './use-lever-form';

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
});

interface Props {
  readonly lever: Lever;
  readonly model: KnownModel;
  onBack(): void;
}

/** One question: its answers, the scenario that changes, and what would change, before anything is written. */
export function LeverPage({ lever, model, onBack }: Props) {
  const look = useLook();
  const styles = useStyles();
  const culture = useCulture();
  const { table, contract, isBroken, refresh } = model;
  const form = useLeverForm(lever, model, culture);
  const { draft, shown } = form;
  const [putInForce, setPutInForce] = useState(true);
  const application = useLeverApplication(culture, onBack);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const apply = (): void => {
    const { name, copyOf, nameRefusal, refusals, preview } = form.read();
    const refusal = Object.values(refusals)[0] ?? nameRefusal;
    if (refusal !== undefined) return application.refuse(`Nothing was written. ${refusal}`);
    if (preview === undefined) return;
    if (preview instanceof Refusal) return application.refuse(`Nothing was written. ${preview.sentence}`);
    const scenario = name.trim();
    application.apply({
      scenario,
      edits: preview.edits,
      putInForce,
      ...(copyOf === undefined ? {} : { copyOf }),
    });
  };

  const { preview } = shown;
  return (
    <div className={look.view}>
      <Button
        appearance="subtle"
        size="small"
        className={look.back}
        icon={<ArrowLeftRegular />}
        onClick={onBack}
      >
        All questions
      </Button>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {lever.question}
      </h2>
      <p className={look.hint}>{lever.text}</p>
      <form
        className={look.view}
        aria-label={lever.question}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onBack();
        }}
      >
        {lever.fields.map((field) => (
          <LeverFieldView
            key={field.id}
            field={field}
            choices={form.choices(field)}
            text={form.text(field)}
            suggested={form.suggested(field)}
            refusal={shown.refusals[field.id]}
            onText={(text) => form.setText(field, text)}
          />
        ))}
        <TargetFields
          scenarios={table.scenarios}
          existing={draft.existing}
          copyOf={draft.copyOf}
          name={draft.name ?? shown.name}
          nameRefusal={shown.nameRefusal}
          onExisting={(existing) => form.change({ existing })}
          onCopyOf={(copyOf) => form.change({ copyOf })}
          onName={(name) => form.change({ name })}
        />
        {preview instanceof Refusal && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{preview.sentence}</MessageBarBody>
          </MessageBar>
        )}
        {preview && !(preview instanceof Refusal) && (
          <LeverEffect preview={preview} contract={contract} culture={culture} />
        )}
        <Checkbox
          label="Put the scenario in force: the sheets follow it"
          checked={putInForce}
          onChange={(_event, { checked }) => setPutInForce(checked === true)}
        />
        <div role="alert">
          {application.problem !== undefined && (
            <MessageBar intent="error" layout="multiline" politeness="assertive">
              <MessageBarBody>{application.problem}</MessageBarBody>
            </MessageBar>
          )}
          {application.conflicts.length > 0 && (
            <ConflictNotice
              conflicts={application.conflicts}
              onKeep={() => {
                application.leave();
                refresh();
              }}
              onOverwrite={application.overwrite}
            />
          )}
          {application.formulas.length > 0 && (
            <FormulaNotice
              formulas={application.formulas}
              onReplace={application.replaceFormulas}
              onLeave={application.leave}
            />
          )}
        </div>
        <div className={look.buttons}>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={application.isRunning || isBroken}
            {...(application.isRunning ? { icon: <Spinner size="tiny" /> } : {})}
          >
            Apply
          </Button>
          <Button onClick={onBack}>Cancel</Button>
        </div>
      </form>
    </div>
  );
}
