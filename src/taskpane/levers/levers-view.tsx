import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { LEVERS } from '../../analysis/levers/levers';
import { ModelGate, type KnownModel } from '../shell/model-gate';
import { LeverPage } from './lever-page';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  open: {
    width: '100%',
    minWidth: 0,
    maxWidth: 'none',
    justifyContent: 'space-between',
    textAlign: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
  },
});

/** The questions that people ask of a contract: the list, and the one that is opened. */
export const LeversView = () => <ModelGate>{(model) => <Levers model={model} />}</ModelGate>;

function Levers({ model }: { model: KnownModel }) {
  const [opened, setOpened] = useState<string>();
  const [left, setLeft] = useState<string>();
  const lever = LEVERS.find(({ id }) => id === opened);
  if (!lever) return <Questions focused={left} onOpen={setOpened} />;
  return (
    <LeverPage
      key={lever.id}
      lever={lever}
      model={model}
      onBack={() => {
        setLeft(lever.id);
        setOpened(undefined);
      }}
    />
  );
}

interface QuestionsProps {
  /** The lever that was just left, whose button takes the focus. */
  readonly focused: string | undefined;
  onOpen(lever: string): void;
}

function Questions({ focused, onOpen }: QuestionsProps) {
  const look = useLook();
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (focused !== undefined) list.current?.querySelector<HTMLElement>(`[data-lever="${focused}"]`)?.focus();
  }, [focused]);
  return (
    <div className={look.view}>
      <Subtitle2 as="h2" className={look.title}>
        Levers
      </Subtitle2>
      <p className={look.hint}>
        Each question changes the terms of one scenario, and shows which before it does.
      </p>
      <ul className={look.list} ref={list} aria-label="Questions">
        {LEVERS.map(({ id, question }) => (
          <li key={id} className={styles.item}>
            <Button
              appearance="subtle"
              className={styles.open}
              data-lever={id}
              icon={<ChevronRightRegular />}
              iconPosition="after"
              onClick={() => onOpen(id)}
            >
              {question}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
