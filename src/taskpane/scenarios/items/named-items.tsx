import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular, ChevronDownRegular, ChevronRightRegular, DeleteRegular } from '@fluentui/react-icons';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useEditing } from '../terms/editing';
import type { SectionName } from '../../../terms/catalogue/catalogue';
import { itemNoun } from './item-names';
import { NewItemForm } from './new-item-form';
import { backToBase, withoutItem } from './remove-item';
import { valueShown } from '../terms/term-draft';
import { TermFormView } from '../terms/term-form';
import type { ItemGroup, SectionGroup, TermEntry } from '../terms/term-groups';
import { useTermForm } from '../terms/use-term-form';
import { useWriteNow } from '../terms/use-write-now';
import { useLook } from '../../parts/look';

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
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
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    overflowWrap: 'anywhere',
  },
  summary: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', marginInlineStart: 'auto' },
  open: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalM}` },
});

/** Products, vendors, lots, tranches: each stands for itself and has a form of its own. */
export function NamedItems({ group }: { group: SectionGroup }) {
  const look = useLook();
  const { isLocked } = useEditing();
  const [isAdding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const wasAdding = useRef(false);
  // In the same turn as the form goes: for a moment without focus, the whole view would take it.
  useLayoutEffect(() => {
    if (wasAdding.current && !isAdding) add.current?.focus();
    wasAdding.current = isAdding;
  }, [isAdding]);
  return (
    <>
      <div>
        {group.items.map((item) => (
          <Item key={item.item} group={item} section={group.section} onGone={() => add.current?.focus()} />
        ))}
      </div>
      {isAdding && <NewItemForm group={group} onClose={() => setAdding(false)} />}
      {!isAdding && !isLocked && (
        <div className={look.buttons}>
          <Button ref={add} size="small" icon={<AddRegular />} onClick={() => setAdding(true)}>
            {`Add a ${itemNoun(group.section)}`}
          </Button>
        </div>
      )}
    </>
  );
}

interface ItemProps {
  readonly group: ItemGroup;
  readonly section: SectionName;
  /** The item has gone, and the focus with it. */
  onGone(): void;
}

function Item({ group, section, onGone }: ItemProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const head = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const close = (): void => {
    setOpen(false);
    if (head.current?.isConnected) head.current.focus();
    else onGone();
  };
  const isChanged = group.entries.some(({ isDifferent }) => isDifferent);
  return (
    <div className={mergeClasses(styles.item, isChanged && styles.changed)}>
      <Button
        ref={head}
        appearance="subtle"
        className={styles.head}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        <ItemHead group={group} />
      </Button>
      {isOpen && (
        <div id={panel} className={styles.open}>
          <OpenItem group={group} section={section} onClose={close} onGone={onGone} />
        </div>
      )}
    </div>
  );
}

function ItemHead({ group }: { group: ItemGroup }) {
  const look = useLook();
  const styles = useStyles();
  const { scenario } = useEditing();
  const notes = [
    group.isThere ? '' : scenario === 0 ? 'not in Base' : 'left out here',
    group.isThere && !group.isInBase ? 'only here' : '',
    changes(group),
  ].filter((note) => note !== '');
  return (
    <span className={styles.content}>
      <span className={look.strong}>{group.item}</span>
      {group.isThere && <Summary group={group} />}
      {notes.length > 0 && <span className={look.fine}>{notes.join(', ')}</span>}
    </span>
  );
}

function changes({ entries, isInBase, isThere }: ItemGroup): string {
  const count = entries.filter(({ isDifferent }) => isDifferent).length;
  return count === 0 || !isInBase || !isThere ? '' : `${count} changed`;
}

/** The required terms say most about an item. */
const TOLD = 2;

function Summary({ group }: { group: ItemGroup }) {
  const styles = useStyles();
  const { culture } = useEditing();
  const telling = group.entries.filter(
    ({ definition, inForce }) => definition.required === true && inForce !== null,
  );
  const told = telling.slice(0, TOLD).map((entry) => shownWithUnit(entry, culture));
  return <span className={styles.summary}>{told.join(' · ')}</span>;
}

function shownWithUnit(entry: TermEntry, culture: Parameters<typeof valueShown>[2]): string {
  const shown = valueShown(entry.definition, entry.inForce, culture);
  return entry.definition.rule.type === 'number' ? `${shown} ${entry.unit}` : shown;
}

interface OpenItemProps extends ItemProps {
  onClose(): void;
}

function OpenItem({ group, section, onClose, onGone }: OpenItemProps) {
  const look = useLook();
  const editing = useEditing();
  const form = useTermForm(group.entries, editing, onClose);
  const { isWriting, write } = useWriteNow();
  const noun = itemNoun(section);
  const hasOwn = group.entries.some(({ own }) => own !== undefined);
  const leavesList = !group.isInBase;
  if (editing.isLocked) return <LockedItem group={group} />;
  return (
    <TermFormView
      label={`Edit ${group.item}`}
      entries={group.isThere ? group.entries : []}
      form={form}
      onCancel={onClose}
      after={
        <div className={look.buttons}>
          {group.isThere && (
            <Button
              size="small"
              icon={<DeleteRegular />}
              disabledFocusable={isWriting}
              onClick={() => {
                const removal = withoutItem(editing, group);
                write(removal, form.refuse, leavesList ? onGone : onClose);
              }}
            >
              {editing.scenario === 0 || leavesList
                ? `Remove this ${noun}`
                : `Leave out of ${editing.column}`}
            </Button>
          )}
          {editing.scenario > 0 && group.isInBase && hasOwn && (
            <Button
              size="small"
              disabledFocusable={isWriting}
              onClick={() => write(backToBase(editing, group), form.refuse, onClose)}
            >
              {group.isThere ? 'All back to Base' : `Bring back from Base`}
            </Button>
          )}
        </div>
      }
    />
  );
}

function LockedItem({ group }: { group: ItemGroup }) {
  const look = useLook();
  const { culture } = useEditing();
  return (
    <ul className={look.fine}>
      {group.entries
        .filter(({ inForce }) => inForce !== null)
        .map((entry) => (
          <li key={entry.key}>{`${entry.term}: ${shownWithUnit(entry, culture)}`}</li>
        ))}
    </ul>
  );
}
