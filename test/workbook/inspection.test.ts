import { sentenceFor } from '../../src/workbook/excel/excel-batch';
import { inspectActiveCell, type ArgumentView, type Inspection } from '../../src/workbook/inspect/inspection';
import { openHost, type Host } from './host';

type FunctionCell = Extract<Inspection, { kind: 'function' }>;

let host: Host;
beforeAll(async () => {
  host = await openHost();
  await host.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').name = 'Model';
    await context.sync();
  });
  await host.write('Model', 'A1:E5', [
    ['Up to', 'Price', 'Load', 1000, ''],
    [1000, 0.01, 15_000, 46_388, '#N/A'],
    [10_000, 0.008, 'Batch share', 0.25, '=1/0'],
    ['', 0.005, 'Batch multiplier', 0.5, 'text'],
    ['', '', '', '', ''],
  ]);
  await host.write('Price (50%)', 'A1:B2', [
    [5000, 3],
    [2000, 15],
  ]);
  await host.run(async (context) => {
    const { workbook } = context;
    const model = workbook.worksheets.getItem('Model');
    workbook.names.add('Tiers', model.getRange('A2:B4'));
    workbook.names.add('Load', model.getRange('C2'));
    await context.sync();
  });
});
afterAll(() => host.close());

async function inspect(formula: string, address = 'H20'): Promise<Inspection> {
  await host.write('Model', address, [[formula]]);
  await host.idle();
  await host.select('Model', address);
  const inspection = await inspectActiveCell();
  await host.write('Model', address, [['']]);
  return inspection;
}

async function inspectFunction(formula: string): Promise<FunctionCell> {
  const inspection = await inspect(formula);
  if (inspection.kind !== 'function') throw new Error(`${formula} was not recognised.`);
  return inspection;
}

const brief = ({ name, written, shown, state }: ArgumentView) => [name, written, shown, state];

test.each([
  ['', 'blank'],
  [12, 'constant'],
  ['just text', 'constant'],
  ['=1+1', 'formula'],
  ['="METER.TOKEN_COST(1)"', 'formula'],
])('%p holds nothing of ours', async (content, kind) => {
  expect(await inspect(String(content))).toMatchObject({
    kind: 'plain',
    address: 'Model!H20',
    content: kind,
  });
});

test('literals, percent, omitted and default arguments', async () => {
  const cell = await inspectFunction('=METER.TOKEN_COST(1000000,500000,3,15)');
  expect(cell.descriptor.id).toBe('TOKEN_COST');
  // 1 × 3 + 0.5 × 15
  expect(cell.value).toBe('10.50');
  expect(cell.unit).toBe(cell.descriptor.result.unit);
  expect(cell.arguments.map(brief)).toEqual([
    ['input_tokens', '1000000', '1,000,000', 'given'],
    ['output_tokens', '500000', '500,000', 'given'],
    ['input_price', '3', '3', 'given'],
    ['output_price', '15', '15', 'given'],
    ['options', '', 'none', 'default'],
  ]);
  expect(cell.arguments.every((argument) => argument.unit !== '')).toBe(true);
});

test('references, other sheets with quotes, options by name', async () => {
  const cell = await inspectFunction(
    "=METER.TOKEN_COST('Price (50%)'!$A$1,'Price (50%)'!A2,'Price (50%)'!B1,'Price (50%)'!B2,C3:D4)",
  );
  expect(cell.arguments.slice(0, 4).map((each) => each.shown)).toEqual(['5,000', '2,000', '3', '15']);
  const options = cell.arguments[4];
  expect(options?.written).toBe('C3:D4');
  expect(options?.options.map(({ name, shown }) => [name, shown])).toEqual([
    ['Batch share', '0.25'],
    ['Batch multiplier', '0.5'],
  ]);
  expect(cell.problem).toBeUndefined();
});

test('names of a cell and of a range, array constants', async () => {
  const named = await inspectFunction('=METER.TIERED_COST(Load,Tiers)');
  expect(named.value).toBe('107.00');
  expect(named.arguments.map(brief).slice(0, 2)).toEqual([
    ['quantity', 'Load', '15,000', 'given'],
    ['tiers', 'Tiers', '3 rows × 2 columns', 'given'],
  ]);
  const array = await inspectFunction('=METER.TIERED_COST(10,{20,15;"",5})');
  expect(array.arguments[1]?.shown).toBe('2 rows × 2 columns');
});

test('a table, whole and by its column', async () => {
  await host.write('Model', 'P1:Q3', [
    ['Up to', 'Price'],
    [1000, 0.01],
    ['', 0.005],
  ]);
  await host.run(async (context) => {
    context.workbook.tables.add('Model!P1:Q3', true).name = 'Card';
    await context.sync();
  });
  const body = await inspectFunction('=METER.TIERED_COST(2000,Card[#All])');
  expect(body.arguments[1]?.shown).toBe('3 rows × 2 columns');
  const column = await inspectFunction('=METER.TIERED_COST(2000,Card[Price])');
  expect(column.arguments[1]?.shown).toBe('2 rows × 1 column');
});

test('dates: a serial in a cell, DATE, and text', async () => {
  const cell = await inspectFunction('=METER.CUTOVER_SHARE(D2,DATE(2027,2,1),"2027-01-16")');
  expect(cell.arguments.map(brief)).toEqual([
    ['period_start', 'D2', '2027-01-01', 'given'],
    ['period_end', 'DATE(2027,2,1)', '2027-02-01', 'given'],
    ['cutover', '"2027-01-16"', '2027-01-16', 'given'],
    ['phase_in_days', '', '0', 'default'],
  ]);
  // 16 of 31 days
  expect(cell.value).toBe('51.61%');
});

test('a whole column is read as far as it is used', async () => {
  const cell = await inspectFunction('=METER.TIERED_COST(5,A:B)');
  expect(cell.arguments[1]?.shown).toBe('4 rows × 2 columns');
});

test('an expression that only Excel can calculate is shown as it is written', async () => {
  const cell = await inspectFunction('=METER.TIERED_COST(C2*2,A2:B4)');
  expect(cell.arguments[0]).toMatchObject({ written: 'C2*2', shown: 'C2*2', state: 'unknown' });
  // 10 + 72 + 20,000 × 0.005
  expect(cell.value).toBe('182.00');
  expect(cell.problem).toBeUndefined();
});

test('a nested function of ours is calculated, and a longer formula is called so', async () => {
  const cell = await inspectFunction('=ROUND(METER.TIERED_COST(METER.TIERED_COST(C2,A2:B4),Tiers),0)');
  expect(cell.isPart).toBe(true);
  expect(cell.arguments[0]?.shown).toBe('107');
  // 107 × 0.01, rounded
  expect(cell.value).toBe('1');
  expect(cell.unit).toBe('');
});

test('a spilled cell leads to its formula', async () => {
  await host.write('Model', 'H30', [
    ['=METER.RESERVED_UNITS(1000,200,20,3400,{"Output ratio",8;"Minimum",15;"Increment",5})'],
  ]);
  await host.idle();
  await host.select('Model', 'I30');
  const cell = await inspectActiveCell();
  expect(cell).toMatchObject({
    kind: 'function',
    address: 'Model!I30',
    spilledFrom: 'Model!H30',
    value: '110',
    size: '1 row × 2 columns',
  });
});

describe('errors in words', () => {
  test.each([
    ['=METER.TIERED_COST(-5,Tiers)', /quantity is -5.*0 or more/],
    ['=METER.TIERED_COST("many",Tiers)', /quantity is the text "many"/],
    ['=METER.TOKEN_COST(1,1,3,15,{"Batch share",1.2})', /Batch share\) is 1\.2: it must be from 0 to 1/],
    ['=METER.TOKEN_COST(1,1,3,15,{"Cache reads",1})', /"Cache reads" is no option here\. Did you mean/],
    ['=METER.TIERED_COST(5,{10,1;5,2;"",3})', /tiers, row 2/],
    ['=METER.CUTOVER_SHARE("1/2/2027",46419,46388)', /period_start is the text "1\/2\/2027"/],
  ])('%s', async (formula, sentence) => {
    const cell = await inspectFunction(formula);
    expect(cell.problem?.code).toBe('#VALUE!');
    expect(cell.problem?.sentence).toMatch(sentence);
  });

  test('an argument whose value is unknown leaves the reason open, with the way to find it', async () => {
    const cell = await inspectFunction('=METER.TIERED_COST(-C2*2,Tiers)');
    expect(cell.problem?.code).toBe('#VALUE!');
    expect(cell.problem?.sentence).toMatch(/cannot be read from here.*Put it into a cell of its own/);
  });

  test('a block in the way of a spill', async () => {
    await host.write('Model', 'M2:N2', [['=METER.RESERVED_UNITS(1000,200,20,3400)', 'in the way']]);
    await host.idle();
    await host.select('Model', 'M2');
    expect(await inspectActiveCell()).toMatchObject({
      kind: 'function',
      problem: { code: '#SPILL!', sentence: expect.stringContaining('clear the cells') as string },
    });
  });

  test('an error from another part of the formula is not blamed on the function', async () => {
    const cell = await inspectFunction('=METER.TIERED_COST(5,Tiers)+NA()');
    expect(cell.problem?.sentence).toMatch(/comes from another part of the formula/);
  });

  test('a name and a sheet that are not there', async () => {
    const noSheet = await inspectFunction('=METER.TIERED_COST(5,Nowhere)');
    expect(noSheet.arguments[1]?.state).toBe('unknown');
    expect(noSheet.problem?.sentence).toBeTruthy();
  });
});

/** Reads without having loaded: the mistake that office.js must not let pass. */
const addressOf = ({ address }: Excel.Range): string => address;

describe("what goes wrong on Excel's side", () => {
  test('a property that was not loaded', async () => {
    const reading = host.run(async (context) => {
      const cell = context.workbook.getActiveCell();
      await context.sync();
      return addressOf(cell);
    });
    await expect(reading).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  test('a sheet that is not there, thrown and as a null object, and in words', async () => {
    const fault: unknown = await host
      .run(async (context) => {
        context.workbook.worksheets.getItem('Nowhere').load('name');
        await context.sync();
      })
      .catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: 'ItemNotFound' });
    expect(sentenceFor(fault)).toBe(
      'A sheet, table or name that was there a moment ago is gone: undo its removal, or try again.',
    );
    const isNull = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      await context.sync();
      return sheet.isNullObject;
    });
    expect(isNull).toBe(true);
  });

  test('the reading waits while a person edits a cell, instead of failing', async () => {
    await host.select('Model', 'D2');
    host.workbench.isEditing = () => true;
    setTimeout(() => (host.workbench.isEditing = () => false), 120);
    expect(await inspectActiveCell()).toMatchObject({ address: 'Model!D2' });
    expect(host.workbench.isEditing()).toBe(false);
  });

  test('an unknown fault keeps its own words', () => {
    expect(sentenceFor({ code: 'GeneralException', message: 'Odd.' })).toBe(
      'Excel refused this step (GeneralException): Odd.',
    );
    expect(sentenceFor(new Error('broken'))).toBe('This step failed: broken');
  });
});
