import {
  Button,
  Caption1,
  makeStyles,
  Radio,
  RadioGroup,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { ArrowSyncRegular, DocumentAddRegular, TableAddRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { TemplateName } from '../../terms/templates/template';
import { insertSample } from '../../workbook/sample/insert-sample';
import { useAction } from '../parts/action';
import { useLook } from '../parts/look';
import { useModel } from '../shell/model-session';
import { useNavigation } from '../shell/navigation';
import { ChangedCells } from './changed-cells';
import { useModelWork } from './model-work';
import { TEMPLATES } from './templates';
import { WorkProgress } from './work-progress';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, lineHeight: tokens.lineHeightBase300 },
  radio: { alignItems: 'flex-start' },
  sample: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
});

/** Puts a model into the workbook. */
export function StartView() {
  const styles = useStyles();
  const model = useModel();
  const { show } = useNavigation();
  const work = useModelWork(useCallback(() => show('model'), [show]));
  const hasModel = model.state === 'ready' || model.state === 'problems';
  return (
    <div className={styles.view}>
      {!hasModel && <FirstRun />}
      {hasModel && <Refresh isRunning={work.isRunning} onRefresh={work.refresh} />}
      <NewModel isRunning={work.isRunning} hasModel={hasModel} onCreate={work.create} />
      <WorkProgress work={work} />
      {work.changed.length > 0 && (
        <ChangedCells cells={work.changed} onKeep={work.keep} onOverwrite={work.overwrite} />
      )}
      <Sample />
    </div>
  );
}

function FirstRun() {
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={look.part} aria-labelledby="first-run">
      <Subtitle2 as="h2" id="first-run" className={look.title}>
        Reserved capacity or a token meter?
      </Subtitle2>
      <ul className={styles.lines}>
        <li>A model writes its terms and its months into this workbook.</li>
        <li>Change a term in its cell or in this pane, and every number follows.</li>
        <li>Select a number and ask Why? to see where it comes from.</li>
      </ul>
    </section>
  );
}

interface NewModelProps {
  readonly isRunning: boolean;
  readonly hasModel: boolean;
  onCreate(template: TemplateName): void;
}

function NewModel({ isRunning, hasModel, onCreate }: NewModelProps) {
  const look = useLook();
  const styles = useStyles();
  const [template, setTemplate] = useState<TemplateName>('transition');
  return (
    <section className={look.part} aria-labelledby="new-model">
      <Subtitle2 as={hasModel ? 'h2' : 'h3'} id="new-model" className={look.title}>
        What do you want to know?
      </Subtitle2>
      <RadioGroup
        aria-labelledby="new-model"
        value={template}
        onChange={(_event, { value }) => {
          const chosen = TEMPLATES.find(({ name }) => name === value);
          if (chosen) setTemplate(chosen.name);
        }}
      >
        {TEMPLATES.map(({ name, label, answers }) => (
          <Radio
            key={name}
            className={styles.radio}
            value={name}
            label={
              <>
                {label}
                <Caption1 block className={look.quiet}>
                  {answers}
                </Caption1>
              </>
            }
          />
        ))}
      </RadioGroup>
      <Button
        className={look.narrow}
        appearance={hasModel ? 'secondary' : 'primary'}
        icon={<DocumentAddRegular />}
        disabledFocusable={isRunning}
        onClick={() => onCreate(template)}
      >
        New model
      </Button>
    </section>
  );
}

function Refresh({ isRunning, onRefresh }: { isRunning: boolean; onRefresh: () => void }) {
  const look = useLook();
  return (
    <section className={look.part} aria-labelledby="refresh-model">
      <Subtitle2 as="h2" id="refresh-model" className={look.title}>
        This workbook holds a model
      </Subtitle2>
      <Caption1 block className={look.quiet}>
        Refresh gives new lines and months their place and puts missing sheets back. What you changed stays.
      </Caption1>
      <Button
        className={look.narrow}
        appearance="primary"
        icon={<ArrowSyncRegular />}
        disabledFocusable={isRunning}
        onClick={onRefresh}
      >
        Refresh sheets
      </Button>
    </section>
  );
}

function Sample() {
  const look = useLook();
  const styles = useStyles();
  const { isRunning, run } = useAction(insertSample);
  return (
    <section className={look.part} aria-label="Sample">
      <div className={styles.sample}>
        <Caption1 block className={look.quiet}>
          Or see the functions at work: published price cards recomputed, a reserved month beside the meter,
          the reported investment tranches.
        </Caption1>
      </div>
      <Button
        className={look.narrow}
        appearance="subtle"
        icon={<TableAddRegular />}
        disabledFocusable={isRunning}
        onClick={() => run()}
      >
        Insert sample
      </Button>
    </section>
  );
}
