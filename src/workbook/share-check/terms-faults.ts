import { Refusal } from '../../base/refusal';
import { counted } from '../../base/words';
import { Contract } from '../../contract/contract';
import { illustrativeShare } from '../../contract/illustrative-share';
import type { SectionName } from '../../terms/catalogue/catalogue';
import { identityText } from '../../terms/table/identity';
import { termsOf } from '../../terms/table/memo';
import { hasValue, type TermRow } from '../../terms/table/row';
import type { TermsTable } from '../../terms/table/table';
import { cellAt, splitAddress } from '../excel/cell-address';
import { inForceOf } from '../terms/read-terms';
import { placesOf } from '../../terms/table/places';
import type { LocatedTerms } from '../terms/terms-sheet';
import type { Finding } from './finding';

/** What a table of terms should tell somebody who reads the figures. */
export function termsFaults(terms: LocatedTerms): Finding[] {
  const { table } = termsOf(terms.values);
  return table ? [...missingSources(terms, table), ...mostlyIllustrative(terms, table)] : [];
}

/** Sections that frame the question: nobody else states them. */
const OWN: ReadonlySet<SectionName> = new Set<SectionName>(['Model', 'Scenario']);

/** A figure that says it is illustrative claims no source. */
const owesSource = ({ definition, cells, provenance }: TermRow): boolean =>
  !OWN.has(definition.section) &&
  cells.some(hasValue) &&
  provenance.source === '' &&
  provenance.status !== 'Illustrative' &&
  provenance.status !== 'Superseded';

function missingSources({ range, sheet, values }: LocatedTerms, table: TermsTable): Finding[] {
  const rows = table.rows.filter(owesSource);
  const [first] = rows;
  const places = placesOf(values);
  if (!first || places instanceof Refusal) return [];
  const column = places.column('Source') ?? places.column('Term') ?? 0;
  const name = identityText(first.definition.section, first.item, first.term);
  return [
    {
      fault: 'missing source',
      sheet: sheet.name,
      address: cellAt(range.rowIndex + first.row - 1, range.columnIndex + column),
      count: rows.length,
      sentence: `${counted(rows.length, 'term has', 'terms have')} a value and no source${rows.length === 1 ? `: ${name}` : `; the first is ${name}`}.`,
      remedy: 'Name the document, or give the term the status Illustrative.',
    },
  ];
}

const MOST_ILLUSTRATIVE = 0.5;

function mostlyIllustrative({ sheet, scenarioCell, values }: LocatedTerms, table: TermsTable): Finding[] {
  const places = placesOf(values);
  if (places instanceof Refusal) return [];
  const { name, place } = inForceOf(scenarioCell, places);
  if (place === undefined) return [];
  const share = illustrativeShare(Contract.of(table), place);
  if (share.lte(MOST_ILLUSTRATIVE)) return [];
  return [
    {
      fault: 'illustrative share',
      sheet: sheet.name,
      address: scenarioCell === undefined ? '' : splitAddress(scenarioCell.address).address,
      count: 1,
      sentence: `In ${name}, ${share.times(100).toFixed(0)} percent of the total billed rests on terms with the status Illustrative.`,
      remedy: 'Replace the largest of them by figures that somebody has stated, or say so to the recipient.',
    },
  ];
}
