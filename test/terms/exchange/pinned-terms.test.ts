import fc from 'fast-check';
import { totalValue } from '../../../src/contract/buckets';
import { Contract } from '../../../src/contract/contract';
import { pinnedTerms, readPinnedTerms } from '../../../src/terms/exchange/pinned-terms';
import { termsHash } from '../../../src/terms/exchange/terms-hash';
import { template } from '../../../src/terms/templates/template';
import { blockOf } from '../../contract/properties/contract-case';
import { contractDrafts, decidedDrafts } from '../../contract/properties/drafts/contract-arbitrary';
import { seed } from '../../property-seed';
import { tableOf } from '../tables';

type Block = readonly (readonly unknown[])[];

/** As a text of one line in a cell of the log, and read from there. */
function pinnedAndRead(block: Block, scenario: string): unknown[][] {
  const text = pinnedTerms(block, scenario);
  const read = text === undefined ? undefined : readPinnedTerms(text);
  if (!read) throw new Error(`no terms of ${scenario}`);
  return read.map((row) => [...row]);
}

const scenariosOf = (block: Block): readonly string[] => tableOf(block.map((row) => [...row])).scenarios;

/** 40 digits less those before the point, and one for luck: other scenarios of a table round in other places. */
const SAME = 25;

function totalOf(block: Block, scenario: string): string {
  const table = tableOf(block.map((row) => [...row]));
  const contract = Contract.of(table);
  const line = contract.model.line('total.billed');
  if (!line) throw new Error('no total');
  const total = totalValue(contract.evaluation(table.scenarios.indexOf(scenario)), line);
  return total?.toSignificantDigits(SAME).toString() ?? 'none';
}

async function expectKept(block: Block, scenario: string): Promise<void> {
  const read = pinnedAndRead(block, scenario);
  expect(await termsHash(read, scenario)).toBe(await termsHash(block, scenario));
  expect(totalOf(read, scenario)).toBe(totalOf(block, scenario));
}

test.each(scenariosOf(template('transition')))('%s of the template gives hash and total again', (scenario) =>
  expectKept(template('transition'), scenario),
);

test.each([
  ['contracts', contractDrafts],
  ['contracts with dates of decision', decidedDrafts],
])('%s give hash and total again', async (_name, drafts) => {
  await fc.assert(
    fc.asyncProperty(drafts, async (draft) => {
      const block = blockOf(draft);
      await expectKept(block, draft.scenarios.at(-1) ?? 'Base');
    }),
    { numRuns: 60, seed },
  );
});

test('the text is a table with its header: Base, the scenario, and rows that say something of either', () => {
  const block = [
    ['Section', 'Item', 'Term', 'Unit', 'Live', 'Base', 'Late', 'Other', 'Low', 'Status', 'Note'],
    ['Model', '', 'Start', 'date', 46388, 46388, '', 46400, '', 'Reported', '=1+1'],
    ['Usage', 'Say "hi"', 'Growth', '', '', 'cagr', 'NONE', '', '', 'illustrative', ''],
    ['Reserved', '2027-07-01', 'Units', '', '', '', 12.5, '', '', '', ''],
    ['Reserved', '2028-07-01', 'Units', '', '', '', '', 7, '', '', ''],
  ];
  expect(pinnedTerms(block, 'late')).toBe(
    '[["Section","Item","Term","Unit","Base","Late","Status"],' +
      '["Model","","Start","date",46388,null,"Reported"],' +
      '["Usage","Say \\"hi\\"","Growth",null,"CAGR","None","Illustrative"],' +
      '["Reserved","2027-07-01","Units",null,null,12.5,null]]',
  );
  expect(pinnedTerms(block, 'Base')).toBe(
    '[["Section","Item","Term","Unit","Base","Status"],' +
      '["Model","","Start","date",46388,"Reported"],' +
      '["Usage","Say \\"hi\\"","Growth",null,"CAGR","Illustrative"]]',
  );
  expect(pinnedTerms(block, 'Later')).toBeUndefined();
});

test.each(['', 'Terms', '[["Section"', '{"terms":[]}', '[1,2]', '[[{"a":1}]]', '[[true]]', 'null'])(
  'a text that is no such table is not read: %s',
  (text) => {
    expect(readPinnedTerms(text)).toBeUndefined();
  },
);
