import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { announce } from '../../../commands/announcement';
import type { Culture } from '../../../terms/entry/entry';
import { useEditing } from '../terms/editing';
import { ItemSummary } from './item-summary';
import { Refusal } from '../../../base/refusal';
import { capital } from '../../../base/words';
import { itemHeading, itemNoun, itemShown, nextNumber, readNewItem } from './item-names';
import { NewItemName } from './new-item-name';
import { withoutItem } from './remove-item';
import { TermField } from '../terms/term-field';
import { TermFormView } from '../terms/term-form';
import {
  type ItemGroup,
  type SectionGroup,
  type TermEntry,
  OF_THE_SCENARIO,
  entryOf,
} from '../terms/term-groups';
import { type TermForm, useTermForm } from '../terms/use-term-form';
import { useLook } from '../../parts/look';

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: {
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalS}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'start',
  },
});

/** Tiers, years and unit steps: each depends on its neighbours, so all of them are changed together and saved at once. */
export function NumberedItems({ group }: { group: SectionGroup }) {
  const look = useLook();
  const { isLocked } = useEditing();
  const [isEditing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setEditing(false);
    // The button comes back with the same rendering that takes the form away.
    requestAnimationFrame(() => edit.current?.focus());
  };
  if (isEditing) return <ItemsForm group={group} onClose={close} />;
  return (
    <>
      <ItemSummary group={group} />
      {!isLocked && (
        <div className={look.buttons}>
          <Button ref={edit} size="small" icon={<EditRegular />} onClick={() => setEditing(true)}>
            {`Edit ${itemNoun(group.section)}s`}
          </Button>
        </div>
      )}
    </>
  );
}

interface NewRow {
  readonly id: number;
  readonly item: string;
  readonly refusal: string | undefined;
}

function ItemsForm({ group, onClose }: { group: SectionGroup; onClose: () => void }) {
  const look = useLook();
  const styles = useStyles();
  const editing = useEditing();
  const { table, scenario, culture } = editing;
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<readonly NewRow[]>([]);
  const add = useRef<HTMLButtonElement>(null);
  const [restored, setRestored] = useState<ReadonlySet<string>>(new Set());
  const form = useTermForm(
    group.items.flatMap(({ entries }) => entries),
    editing,
    onClose,
  );
  const kept = group.items.filter(
    ({ item, isThere }) => (isThere || restored.has(item)) && !removed.has(item),
  );
  const leftOut = group.items.filter(({ item, isThere }) => !isThere && !restored.has(item));
  const noun = itemNoun(group.section);

  const entriesOf = (item: string, place: string): TermEntry[] =>
    group.itemDefinitions.map((definition) => {
      const entry = entryOf(table, scenario, definition, item, definition.term);
      return { ...entry, key: `new ${place} ${definition.term}` };
    });

  const remove = (item: string): void => {
    setRemoved(new Set([...removed, item]));
    announce({ sentence: `${capital(noun)} ${item} goes when you save.`, failed: false });
    add.current?.focus();
  };
  const restore = (each: ItemGroup): void => {
    for (const entry of each.entries) form.setText(entry, '');
    setRestored(new Set([...restored, each.item]));
    setRemoved(new Set([...removed].filter((item) => item !== each.item)));
    add.current?.focus();
  };
  const addRow = (): void => {
    const items = [...kept.map(({ item }) => item), ...added.map(({ item }) => item)];
    const item = group.itemKind === 'number' ? nextNumber(items) : '';
    setAdded([...added, { id: (added.at(-1)?.id ?? 0) + 1, item, refusal: undefined }]);
  };
  const save = (): void => {
    const taken = kept.map(({ item }) => item);
    const read = added.map((row) => {
      const [definition] = group.itemDefinitions;
      if (!definition) return row;
      const reading = readNewItem(definition, row.item, taken, culture);
      if (reading instanceof Refusal) return { ...row, refusal: reading.sentence };
      taken.push(reading);
      return { ...row, read: reading };
    });
    setAdded(read);
    const [first] = read.filter(({ refusal }) => refusal !== undefined);
    if (first) return;
    const fresh = read.flatMap((row) =>
      entriesOf('read' in row ? String(row.read) : row.item, String(row.id)),
    );
    const gone = group.items
      .filter(({ item, isThere }) => isThere && removed.has(item))
      .flatMap((each) => withoutItem(editing, each));
    form.save([...kept.flatMap(({ entries }) => entries), ...fresh], gone);
  };

  return (
    <TermFormView
      label={`Edit ${group.section}: ${noun}s`}
      entries={[]}
      form={form}
      onCancel={onClose}
      onSave={save}
      before={
        <div className={styles.rows}>
          {kept.map((each, index) => (
            <ItemFields
              key={each.item}
              legend={`${itemHeading(group.section)} ${itemShown(each.kind, each.item, culture)}`}
              entries={each.entries}
              form={form}
              takesFocus={index === 0}
              onRemove={() => remove(each.item)}
              removeLabel={removeLabel(each, noun, culture)}
            />
          ))}
          {added.map((row) => (
            <fieldset key={row.id} className={styles.row}>
              <legend className={styles.legend}>{`New ${noun}`}</legend>
              <NewItemName
                section={group.section}
                kind={group.itemKind ?? 'name'}
                text={row.item}
                refusal={row.refusal}
                onText={(item) =>
                  setAdded(
                    added.map((each) => (each.id === row.id ? { ...each, item, refusal: undefined } : each)),
                  )
                }
              />
              <Fields entries={entriesOf('', String(row.id))} form={form} />
              <Button
                className={look.narrow}
                size="small"
                icon={<DeleteRegular />}
                onClick={() => {
                  setAdded(added.filter((each) => each.id !== row.id));
                  add.current?.focus();
                }}
              >
                {`Discard this ${noun}`}
              </Button>
            </fieldset>
          ))}
          <div className={look.buttons}>
            <Button ref={add} size="small" icon={<AddRegular />} onClick={addRow}>
              {`Add a ${noun}`}
            </Button>
            {leftOut.map((each) => (
              <Button key={each.item} size="small" onClick={() => restore(each)}>
                {`Bring back ${noun} ${itemShown(each.kind, each.item, culture)}`}
              </Button>
            ))}
          </div>
        </div>
      }
    />
  );
}

const removeLabel = ({ kind, item }: ItemGroup, noun: string, culture: Culture): string =>
  `Remove ${noun} ${itemShown(kind, item, culture)}`;

interface ItemFieldsProps {
  readonly legend: string;
  readonly entries: readonly TermEntry[];
  readonly form: TermForm;
  readonly takesFocus: boolean;
  readonly removeLabel: string;
  onRemove(): void;
}

function ItemFields({ legend, entries, form, takesFocus, removeLabel: label, onRemove }: ItemFieldsProps) {
  const look = useLook();
  const styles = useStyles();
  return (
    <fieldset className={styles.row}>
      <legend className={styles.legend}>{legend}</legend>
      <Fields entries={entries} form={form} takesFocus={takesFocus} />
      <Button
        className={look.narrow}
        size="small"
        icon={<DeleteRegular />}
        aria-label={label}
        onClick={onRemove}
      >
        Remove
      </Button>
    </fieldset>
  );
}

interface FieldsProps {
  readonly entries: readonly TermEntry[];
  readonly form: TermForm;
  readonly takesFocus?: boolean;
}

export function Fields({ entries, form, takesFocus = false }: FieldsProps) {
  const styles = useStyles();
  const { culture, scenario } = useEditing();
  return (
    <div className={styles.fields}>
      {entries.map((entry, index) => (
        <TermField
          key={entry.key}
          entry={entry}
          text={form.text(entry)}
          onText={(text) => form.setText(entry, text)}
          refusal={form.refusal(entry)}
          culture={culture}
          isBase={scenario === 0 || entry.definition.section === OF_THE_SCENARIO}
          takesFocus={takesFocus && index === 0}
        />
      ))}
    </div>
  );
}
