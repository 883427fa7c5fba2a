import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { Refusal } from '../../../base/refusal';
import { MOST_NUMBERED } from '../../../terms/table/identity';
import { useEditing } from '../terms/editing';
import { itemNoun, readNewItem } from './item-names';
import { NewItemName } from './new-item-name';
import { TermFormView } from '../terms/term-form';
import { type SectionGroup, type TermEntry, entryOf } from '../terms/term-groups';
import { useTermForm } from '../terms/use-term-form';

/** A new product, vendor, lot or tranche: its name and its terms, saved together. */
export function NewItemForm({ group, onClose }: { group: SectionGroup; onClose: () => void }) {
  const editing = useEditing();
  const { table, scenario, culture } = editing;
  const [name, setName] = useState('');
  const [month, setMonth] = useState('0');
  const [refusal, setRefusal] = useState<string>();
  const form = useTermForm([], editing, onClose);
  const noun = itemNoun(group.section);
  const isFamily = group.itemDefinitions.some(({ term }) => term.endsWith('#'));

  const entriesOf = (item: string): TermEntry[] =>
    group.itemDefinitions.map((definition) => {
      const term = definition.term.replace('#', isMonth(month) ? month.trim() : '0');
      return { ...entryOf(table, scenario, definition, item, term), key: `new ${definition.term}` };
    });

  const save = (): void => {
    const [definition] = group.itemDefinitions;
    if (!definition) return;
    const taken = isFamily ? [] : group.items.filter(({ isThere }) => isThere).map(({ item }) => item);
    const reading = readNewItem(definition, name, taken, culture);
    setRefusal(reading instanceof Refusal ? reading.sentence : undefined);
    if (reading instanceof Refusal) return;
    if (!isMonth(month)) {
      return form.refuse(`The month is "${month}": it must be a whole number from 0 to ${MOST_NUMBERED}.`);
    }
    const entries = entriesOf(reading);
    const missing = entries.filter(
      (entry) => entry.definition.required === true && form.text(entry).trim() === '',
    );
    if (missing.length > 0) {
      return form.refuse(
        `A ${noun} needs ${missing.map(({ term }) => term).join(' and ')}. Enter what is missing, then save.`,
      );
    }
    if (entries.every((entry) => form.text(entry).trim() === '')) {
      return form.refuse('Nothing is entered yet: fill in at least one term, or cancel.');
    }
    form.save(entries);
  };

  return (
    <TermFormView
      label={`New ${noun}`}
      entries={entriesOf('')}
      form={form}
      onCancel={onClose}
      onSave={save}
      takesFocus={false}
      saveLabel={`Add the ${noun}`}
      before={
        <>
          <NewItemName
            section={group.section}
            kind={group.itemKind ?? 'name'}
            text={name}
            refusal={refusal}
            onText={(text) => {
              setName(text);
              setRefusal(undefined);
            }}
          />
          {isFamily && (
            <Field label="Month" hint={`Counted from the model start, which is 0; at most ${MOST_NUMBERED}.`}>
              <Input value={month} inputMode="numeric" onChange={(_event, { value }) => setMonth(value)} />
            </Field>
          )}
        </>
      }
    />
  );
}

const isMonth = (text: string): boolean => /^\s*\d{1,3}\s*$/.test(text) && Number(text) <= MOST_NUMBERED;
