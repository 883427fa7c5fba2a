import type { ArgumentValue } from '../../src/workbook/argument-values';
import { readCalls } from '../../src/workbook/formula';
import { nativeCall } from '../../src/workbook/native-call';

const reading = (formula: string, ...values: ArgumentValue[]) => {
  const [call] = readCalls(formula);
  if (call === undefined) throw new Error(`no call in ${formula}`);
  return nativeCall(call, values);
};
const known = (value: unknown, address?: string): ArgumentValue => ({
  known: true,
  value,
  ...(address === undefined ? {} : { address }),
});
const card = [
  [1000, 0.1],
  [10_000, 0.05],
  [null, 0.01],
];

// The formulas are worked out by hand from the rule: first price on all, differences beyond each bound.
test('a reference keeps its dollar signs and its sheet, and a name becomes the cells that it stands for', () => {
  const wanted =
    "=B1*'Price card'!$E2+SUMPRODUCT((B1>'Price card'!$D2:$D3)*(B1-'Price card'!$D2:$D3)*('Price card'!$E3:$E4-'Price card'!$E2:$E3))";
  const range = known(card, "'Price card'!D2:E4");
  expect(reading("=METER.TIERED_COST(B1,'Price card'!$D2:$E4)", known(15_000, 'S!B1'), range)).toEqual({
    formulas: [[wanted]],
  });
  expect(reading('=METER.TIERED_COST(B1,Card)', known(15_000, 'S!B1'), range)).toEqual({
    formulas: [[wanted.replaceAll('$D', '$D$').replaceAll('$E', '$E$')]],
  });
});

test('an expression whose value only Excel knows is kept in brackets', () => {
  const unknown: ArgumentValue = { known: false, why: 'Only Excel knows.' };
  expect(reading('=METER.BREAKEVEN_TOKENS(A1+A2,3)', unknown, known(3))).toEqual({
    formulas: [['=IF((A1+A2)=0,0,(A1+A2)*10^6/3)']],
  });
});

test('a call of another function is no reading of ours', () => {
  expect(reading('=OTHER.SUM(1)', known(1))).toEqual({ none: 'OTHER.SUM is no function of Meterbook.' });
});

test('a call of ours within a call of ours becomes a value, so that no formula names Meterbook', () => {
  const inner = 'METER.TOKEN_COST(1,2,3,4)';
  const answer = reading(`=METER.BREAKEVEN_TOKENS(${inner},3)`, known(11), known(3));
  expect(answer).toEqual({ none: expect.stringContaining(`${inner} calls Meterbook inside another call`) });
});

test('a block that spills is referred to by its cells', () => {
  const tiers = known(
    [
      [1000, 0.1],
      [null, 0.05],
    ],
    'S!D2:E3',
  );
  const answer = reading('=METER.TIERED_COST(B1,D2#)', known(5, 'S!B1'), tiers);
  expect(answer).toEqual({ formulas: [['=B1*S!E2+SUMPRODUCT((B1>S!D2)*(B1-S!D2)*(S!E3-S!E2))']] });
});
