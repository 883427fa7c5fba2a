import { Caption1, Subtitle2 } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Contract } from '../../contract/contract';
import { termText } from '../../terms/catalogue/documentation';
import { writeEntry } from '../../terms/entry/entry';
import { identityText } from '../../terms/table/identity';
import { hasValue, inForce, type TermRow } from '../../terms/table/row';
import { allowed } from '../../base/rule';
import { useCulture } from '../parts/culture';
import { DataTable, oneGroup } from '../parts/data-table';
import { dateText, unitBeside } from '../parts/figures';
import { useLook } from '../parts/look';

interface Props {
  readonly contract: Contract;
  readonly scenario: number;
  readonly row: TermRow;
}

/** A row of the Terms table: what it means, what holds in each scenario, where it comes from. */
export function TermExplanation({ contract, scenario, row }: Props) {
  const look = useLook();
  const culture = useCulture();
  const { table } = contract;
  const { definition, item, term, provenance } = row;
  const { unit } = useMemo(
    () => table.reference(definition.section, item, term),
    [table, definition, item, term],
  );
  const shown = (place: number): string => {
    const cell = inForce(row, place);
    return hasValue(cell) && typeof cell !== 'symbol' && cell !== undefined && cell !== null
      ? writeEntry(definition, cell, culture)
      : 'none';
  };
  const own = table.scenarios.flatMap((name, place) => {
    if (place > 0 && row.cells[place] === undefined) return [];
    return [{ key: name, cells: [place === scenario ? `${name} (in force)` : name, shown(place)] }];
  });
  const facts: readonly (readonly [string, string])[] = [
    ['Unit', unitBeside(unit)],
    ['Allowed', definition.rule.type === 'text' ? '' : allowed(definition.rule)],
    ['Status', provenance.status ?? ''],
    ['Source', provenance.source],
    ['As of', provenance.asOf === undefined ? '' : dateText(provenance.asOf, culture)],
    ['Note', provenance.note],
  ];
  return (
    <section className={look.part} aria-labelledby="explained-term">
      <h3 className={look.longText} id="explained-term">
        <Subtitle2>{identityText(definition.section, item, term)}</Subtitle2>
      </h3>
      <Caption1 className={look.quiet}>{termText(definition)}</Caption1>
      <DataTable
        label="Value by scenario"
        columns={[{ kind: 'name' }, { kind: 'value' }]}
        groups={oneGroup(own)}
      />
      <DataTable
        label="About the term"
        columns={[{ kind: 'name', isWhole: true }, { kind: 'value' }]}
        groups={oneGroup(
          facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => ({ key: name, cells: [name, value] })),
        )}
      />
    </section>
  );
}
