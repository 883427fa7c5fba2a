import { Caption1, Link, makeStyles, SearchBox, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { DocumentedFunction } from '../../functions/catalogue/documentation';
import { NAMESPACE } from '../../workbook/formulas/function-names';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  search: { maxWidth: 'none' },
  name: {
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    textAlign: 'start',
  },
});

interface Props {
  readonly functions: readonly DocumentedFunction[];
  /** The function that was chosen before; the focus goes back to it. */
  readonly last: string | undefined;
  onChoose(documented: DocumentedFunction): void;
}

/** Every function with what it does, found by any word of it. */
export function FunctionPicker({ functions, last, onChoose }: Props) {
  const look = useLook();
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const found = functions.filter((each) => matches(each, search));
  const lastLink = useRef<HTMLButtonElement>(null);
  useEffect(() => lastLink.current?.focus(), []);
  return (
    <section className={look.part} aria-labelledby="insert-function">
      <Subtitle2 as="h2" id="insert-function" className={look.title}>
        Insert a function
      </Subtitle2>
      <SearchBox
        className={styles.search}
        aria-label="Search functions"
        placeholder="Search: tier, commitment, breakeven …"
        value={search}
        onChange={(_event, { value }) => setSearch(value)}
      />
      <Caption1 className={look.quiet} role="status">
        {search.trim() === '' ? '' : `${found.length} of ${functions.length} functions`}
      </Caption1>
      <ul className={look.list}>
        {found.map((each) => (
          <li key={each.id} className={look.item}>
            <Link
              as="button"
              className={styles.name}
              ref={each.id === last ? lastLink : undefined}
              onClick={() => onChoose(each)}
            >
              {`${NAMESPACE}.${each.id}`}
            </Link>
            <Caption1 block className={look.quiet}>
              {each.summary}
            </Caption1>
          </li>
        ))}
      </ul>
    </section>
  );
}

function matches({ id, summary, question, parameters }: DocumentedFunction, search: string): boolean {
  const text = [id.replaceAll('_', ' '), id, summary, question, ...parameters.map(({ name }) => name)]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
