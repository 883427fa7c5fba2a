import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  Field,
  makeStyles,
  SearchBox,
  Select,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { counted, uncapital } from '../../../base/words';
import { useEditing } from './editing';
import { NamedItems } from '../items/named-items';
import { NumberedItems } from '../items/numbered-items';
import type { SectionName } from '../../../terms/catalogue/catalogue';
import { filtered, type SectionGroup, sectionGroups, type TermEntry, unlisted } from './term-groups';
import { TermRowView } from './term-row';
import { useLook } from '../../parts/look';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none', minWidth: 0 },
  header: { display: 'flex', flexGrow: 1, alignItems: 'center', gap: tokens.spacingHorizontalS },
  panel: { marginInline: tokens.spacingHorizontalXS, paddingBottom: tokens.spacingVerticalM },
  count: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  choice: { flexGrow: 1, minWidth: 0 },
});

/** The terms of a scenario by section, with a search and a view of the differences alone. */
export function TermsEditor() {
  const look = useLook();
  const styles = useStyles();
  const { table, scenario, column } = useEditing();
  const [search, setSearch] = useState('');
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const groups = useMemo(() => sectionGroups(table, scenario), [table, scenario]);
  const shown = useMemo(
    () => filtered(groups, { search, onlyDifferences }),
    [groups, search, onlyDifferences],
  );
  const isFiltering = search.trim() !== '' || onlyDifferences;
  const open = isFiltering ? shown.map(({ section }) => section) : opened;
  return (
    <section className={look.part} aria-label={`Terms of ${column}`}>
      <Field label="Find a term">
        <SearchBox
          className={styles.search}
          value={search}
          placeholder="Cutover, tranche, Reported …"
          onChange={(_event, { value }) => setSearch(value)}
        />
      </Field>
      {scenario > 0 && (
        <Switch
          label="Only differences to Base"
          checked={onlyDifferences}
          onChange={(_event, { checked }) => setOnlyDifferences(checked)}
        />
      )}
      <p className={styles.count} role="status">
        {isFiltering ? countText(shown) : ''}
      </p>
      <Accordion
        multiple
        collapsible
        openItems={[...open]}
        onToggle={(_event, { openItems }) => {
          if (!isFiltering) setOpened(openItems.map(String));
        }}
      >
        {shown.map((group) => (
          <AccordionItem key={group.section} value={group.section}>
            <AccordionHeader as="h3" size="small">
              <span className={styles.header}>
                {group.section}
                {group.differences > 0 && (
                  <Badge appearance="tint" size="small">{`${group.differences} changed`}</Badge>
                )}
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <SectionTerms group={group} isFiltering={isFiltering} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </section>
  );
}

function countText(groups: readonly SectionGroup[]): string {
  const count = groups.reduce((sum, { single, items }) => sum + single.length + items.length, 0);
  return count === 0 ? 'Nothing found.' : `${count} found in ${counted(groups.length, 'section')}.`;
}

function SectionTerms({ group, isFiltering }: { group: SectionGroup; isFiltering: boolean }) {
  const look = useLook();
  const hasItems = group.itemKind !== undefined;
  return (
    <div className={look.part}>
      {group.single.length > 0 && (
        <div>
          {group.single.map((entry) => (
            <TermRowView key={entry.key} entry={entry} label={labelOf(entry)} />
          ))}
        </div>
      )}
      {!isFiltering && <AddTerm section={group.section} />}
      {hasItems && (group.items.length > 0 || !isFiltering) && <Items group={group} />}
    </div>
  );
}

const Items = ({ group }: { group: SectionGroup }) =>
  group.itemKind === 'name' ? <NamedItems group={group} /> : <NumberedItems group={group} />;

/** "Cache read price" says more in a list than "Cache read | Price". */
const labelOf = ({ item, term }: TermEntry): string => (item === '' ? term : `${item} ${uncapital(term)}`);

/** Terms that the table leaves out stand at their default; here they can be brought in. */
function AddTerm({ section }: { section: SectionName }) {
  const styles = useStyles();
  const { table, scenario, isLocked } = useEditing();
  const [chosen, setChosen] = useState('');
  const [isShown, setShown] = useState(false);
  const missing = useMemo(() => {
    const group = sectionGroups(table, scenario).find((each) => each.section === section);
    return group ? unlisted(group) : [];
  }, [table, scenario, section]);
  const entry = missing.find(({ key }) => key === chosen);
  if (isLocked || missing.length === 0) return null;
  return (
    <>
      {entry && isShown && <TermRowView key={entry.key} entry={entry} label={labelOf(entry)} startsOpen />}
      <div className={styles.add}>
        <Field className={styles.choice} label={`More terms of ${section}`} size="small">
          <Select
            size="small"
            value={chosen}
            onChange={(_event, { value }) => {
              setChosen(value);
              setShown(false);
            }}
          >
            <option value="">Choose one that the table leaves out</option>
            {missing.map((each) => (
              <option key={each.key} value={each.key}>
                {labelOf(each)}
              </option>
            ))}
          </Select>
        </Field>
        <Button size="small" disabledFocusable={!entry} onClick={() => setShown(entry !== undefined)}>
          Show
        </Button>
      </div>
    </>
  );
}
