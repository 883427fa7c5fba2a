import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState } from 'react';
import { useEditing } from './editing';
import { TermDetails } from './term-details';
import { TermFormView } from './term-form';
import { valueShown } from './term-draft';
import type { TermEntry } from './term-groups';
import { useTermForm } from './use-term-form';
import { useLook } from '../../parts/look';

const useStyles = makeStyles({
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  changed: { borderLeft: `3px solid ${tokens.colorBrandStroke1}` },
  head: {
    width: '100%',
    minWidth: 0,
    maxWidth: 'none',
    justifyContent: 'flex-start',
    alignItems: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
  },
  content: {
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: 1,
    minWidth: 0,
    columnGap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    overflowWrap: 'anywhere',
  },
  name: { minWidth: 0 },
  values: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end', marginInlineStart: 'auto' },
  value: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', overflowWrap: 'anywhere' },
  open: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalM}`,
  },
});

interface TermRowProps {
  readonly entry: TermEntry;
  readonly label: string;
  readonly startsOpen?: boolean;
}

/** One term: what holds, what Base says, and on demand its details and the way to change it. */
export function TermRowView({ entry, label, startsOpen = false }: TermRowProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(startsOpen);
  const head = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const close = (): void => {
    setOpen(false);
    head.current?.focus();
  };
  return (
    <div className={mergeClasses(styles.row, entry.isDifferent && styles.changed)}>
      <Button
        ref={head}
        appearance="subtle"
        className={styles.head}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        <RowHead entry={entry} label={label} />
      </Button>
      {isOpen && (
        <div id={panel} className={styles.open}>
          <OpenTerm entry={entry} onClose={close} />
        </div>
      )}
    </div>
  );
}

function RowHead({ entry, label }: { entry: TermEntry; label: string }) {
  const look = useLook();
  const styles = useStyles();
  const { culture } = useEditing();
  const { definition } = entry;
  const { rule } = definition;
  const isText = rule.type === 'text';
  const unit = rule.type === 'number' ? entry.unit : '';
  return (
    <span className={styles.content}>
      <span className={styles.name}>
        {label}
        {unit !== '' && <span className={look.fine}>{` (${unit})`}</span>}
      </span>
      <span className={styles.values}>
        <span className={mergeClasses(styles.value, entry.isDifferent && look.strong)}>
          {entry.inForce === null && entry.own === null
            ? 'None'
            : valueShown(definition, entry.inForce, culture)}
        </span>
        {entry.isDifferent && !isText && (
          <span className={look.fine}>{`Base ${valueShown(definition, entry.baseInForce, culture)}`}</span>
        )}
      </span>
    </span>
  );
}

function OpenTerm({ entry, onClose }: { entry: TermEntry; onClose: () => void }) {
  const editing = useEditing();
  const form = useTermForm([entry], editing, onClose);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={panel}>
      {!editing.isLocked && (
        <TermFormView
          label={`Edit ${entry.term}`}
          entries={[entry]}
          form={form}
          onCancel={onClose}
          hasProvenance={false}
        />
      )}
      <TermDetails entry={entry} />
    </div>
  );
}
