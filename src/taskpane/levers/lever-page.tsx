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
import { useEffect, useRef } from 'react';
import { Refusal } from '../../base/refusal';
import type { Lever } from '../../analysis/levers/lever';
import { useCulture } from '../parts/culture';
import { useLook } from '../parts/look';
import { NotWritten } from '../scenarios/terms/not-written';
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
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
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
      <LeverFormView lever={lever} model={model} onBack={onBack} />
    </div>
  );
}

function LeverFormView({ lever, model, onBack }: Props) {
  const look = useLook();
  const culture = useCulture();
  const { table, contract, isBroken, refresh } = model;
  const form = useLeverForm(lever, model, culture);
  const { draft, change, shown } = form;
  const application = useLeverApplication(culture, onBack);
  const apply = (): void => {
    const asked = form.read();
    if (asked instanceof Refusal) application.refuse(`Nothing was written. ${asked.sentence}`);
    else application.apply(asked);
  };
  return (
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
          onText={(text) => change({ kind: 'answer', field: field.id, text })}
        />
      ))}
      <TargetFields scenarios={table.scenarios} draft={draft} shown={shown} change={change} />
      {shown.preview instanceof Refusal && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{shown.preview.sentence}</MessageBarBody>
        </MessageBar>
      )}
      {shown.preview && !(shown.preview instanceof Refusal) && (
        <LeverEffect preview={shown.preview} contract={contract} culture={culture} />
      )}
      <Checkbox
        label="Put the scenario in force: the sheets follow it"
        checked={draft.putInForce}
        onChange={(_event, { checked }) => change({ kind: 'put in force', isWanted: checked === true })}
      />
      <NotWritten
        obstacles={application}
        onKeep={() => {
          application.leave();
          refresh();
        }}
        onLeave={application.leave}
      />
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
  );
}
