import { METERED, type ShortRow, baseOf, contractOf, months, number } from './contract-of';

type Cells = readonly (number | string)[];

function tranche(
  name: string,
  date: string,
  amount: number,
  kind: string,
  ...probability: Cells
): ShortRow[] {
  return [
    ['Tranche', name, 'Date', date],
    ['Tranche', name, 'Amount', amount],
    ['Tranche', name, 'Kind', kind],
    ...(probability.length > 0 ? [['Tranche', name, 'Probability', ...probability] as const] : []),
  ];
}

const likelihoods = (reading: ReturnType<typeof baseOf>): Record<string, number> =>
  Object.fromEntries(
    reading.items('capital.likelihood').map((id) => [id.slice(19, -1), number(reading.scalar(id))]),
  );

describe('sequential capital', () => {
  /** Listed out of the order of their dates; Third and Second fall on one day, in this order. */
  const PROGRAMME: readonly ShortRow[] = [
    ...METERED,
    ['Tranche', '', 'Mode', 'Sequential'],
    ...tranche('Third', '2027-09-30', 400, 'Contingent', 0.5),
    ...tranche('Second', '2027-09-30', 200, 'Contingent', 0.25),
    ...tranche('First', '2027-03-31', 100, 'Contingent', 0.8),
    ...tranche('Firm', '2027-10-31', 1000, 'Firm', 0.1),
    ...tranche('Paid', '2027-05-15', 3000, 'Funded', 0.1),
    ...tranche('Last', '2027-12-31', 800, 'Contingent', 1),
  ];

  test('a chain in the order of dates, of one day in the order listed; firm and funded are outside it', () => {
    // 0.8; then 0.8 × 0.5; then 0.8 × 0.5 × 0.25; a certain last one is as likely as the one before it.
    expect(likelihoods(baseOf(...PROGRAMME))).toEqual({
      First: 0.8,
      Third: 0.4,
      Second: 0.1,
      Last: 0.1,
      Firm: 1,
      Paid: 1,
    });
  });

  test('cumulative by month: what is paid, what is committed, what is expected, at most', () => {
    const reading = baseOf(...PROGRAMME);
    // March: 80 of 100. May: 3,000 paid. September: 0.4 × 400 + 0.1 × 200 = 180 of 600. December: 80 of 800.
    const byMonth = (id: string) => months(reading, id).slice(1);
    expect(byMonth('capital.funded')).toEqual([0, 0, 0, ...repeat(8, 3000)]);
    expect(byMonth('capital.committed')).toEqual([0, 0, 0, ...repeat(5, 3000), ...repeat(3, 4000)]);
    expect(byMonth('capital.expected')).toEqual([
      0,
      80,
      80,
      ...repeat(4, 3080),
      3260,
      ...repeat(2, 4260),
      4340,
    ]);
    expect(byMonth('capital.maximum')).toEqual([
      0,
      100,
      100,
      ...repeat(4, 3100),
      3700,
      ...repeat(2, 4700),
      5500,
    ]);
    // 4,340 and 5,500 against twelve bills of 2,000.
    expect(number(reading.scalar('capital.to spend expected'))).toBe(Number((4340 / 24_000).toFixed(10)));
    expect(number(reading.scalar('capital.to spend maximum'))).toBe(Number((5500 / 24_000).toFixed(10)));
  });

  test('the other order of one day: each has the chain up to itself', () => {
    const list = (...names: string[]) =>
      likelihoods(
        baseOf(
          ...METERED,
          ['Tranche', '', 'Mode', 'Sequential'],
          ...names.flatMap((name) => tranche(name, '2027-09-30', 1, 'Contingent', name === 'A' ? 0.5 : 0.25)),
        ),
      );
    expect(list('A', 'B')).toEqual({ A: 0.5, B: 0.125 });
    expect(list('B', 'A')).toEqual({ B: 0.25, A: 0.125 });
  });

  test('a scenario that moves a date moves the place in the chain; one that leaves a tranche out shortens it', () => {
    const contract = contractOf(
      ...PROGRAMME,
      ['Tranche', 'First', 'Date', '2027-03-31', '2027-11-30', ''],
      ['Tranche', 'Third', 'Amount', 400, '', 'None'],
    );
    // Moved: 0.5, 0.5 × 0.25, 0.125 × 0.8. Left out: 0.8, 0.8 × 0.25.
    expect(likelihoods(contract.reading(1))).toMatchObject({
      Third: 0.5,
      Second: 0.125,
      First: 0.1,
      Last: 0.1,
    });
    expect(likelihoods(contract.reading(2))).toMatchObject({ First: 0.8, Third: 0, Second: 0.2, Last: 0.2 });
    // 100 × 0.8 + 200 × 0.2 + 800 × 0.2 + 4,000; at most 100 + 200 + 800 + 4,000.
    expect(number(contract.reading(2).last('capital.expected'))).toBe(4280);
    expect(number(contract.reading(2).last('capital.maximum'))).toBe(5100);
  });

  test('a milestone that becomes firm leaves the chain', () => {
    const contract = contractOf(...PROGRAMME, ['Tranche', 'First', 'Kind', 'Contingent', 'Firm']);
    expect(likelihoods(contract.reading(1))).toMatchObject({
      First: 1,
      Third: 0.5,
      Second: 0.125,
      Last: 0.125,
    });
  });

  test('unconditional, the same tranches stand by themselves', () => {
    expect(likelihoods(baseOf(...PROGRAMME, ['Tranche', '', 'Mode', 'Unconditional']))).toEqual({
      First: 0.8,
      Third: 0.5,
      Second: 0.25,
      Last: 1,
      Firm: 1,
      Paid: 1,
    });
  });

  test.each([
    ['None', 'needs a probability, above 0 and at most 1'],
    [0, 'needs a probability above 0 and at most 1'],
  ])('a probability of %s is refused: a contingent tranche has one, or another kind', (cell, sentence) => {
    expect(() => contractOf(...PROGRAMME, ['Tranche', 'First', 'Probability', 0.8, cell])).toThrow(sentence);
  });

  test('probability None goes with a kind that needs none', () => {
    const contract = contractOf(
      ...PROGRAMME,
      ['Tranche', 'Last', 'Probability', 1, 'None'],
      ['Tranche', 'Last', 'Kind', 'Contingent', 'Expired'],
    );
    const reading = contract.reading(1);
    expect(likelihoods(reading)).toMatchObject({ First: 0.8, Third: 0.4, Second: 0.1, Last: 0 });
    expect(number(reading.last('capital.expected'))).toBe(4260);
    expect(number(reading.last('capital.maximum'))).toBe(4700);
  });
});

describe('round trip', () => {
  /**
   * A quarter of each comes back over three months, the last day out. Before: 9,000 over the 90 days to 1 March 2027.
   * Spring: 9,100 over the 91 days to 30 June. Winter: half of 18,400 over the 92 days to 15 February 2028, past the
   * horizon. All of them are 100 a day, of which 25 come back.
   */
  const DEAL: readonly ShortRow[] = [
    ...METERED,
    ['Tranche', '', 'Recirculated share', 0.25],
    ['Tranche', '', 'Recirculation months', 3],
    ...tranche('Before', '2026-12-01', 9000, 'Firm'),
    ...tranche('Spring', '2027-03-31', 9100, 'Firm'),
    ...tranche('Winter', '2027-11-15', 18_400, 'Contingent', 0.5),
    ...tranche('Missed', '2027-07-01', 5000, 'Expired'),
  ];

  test('by days: January and February of the first; 1, 30, 31, 29 days; 16 and 31 days', () => {
    const days = [31, 28, 1, 30, 31, 29, 0, 0, 0, 0, 16, 31];
    expect(months(baseOf(...DEAL), 'capital.returned')).toEqual(days.map((count) => 25 * count));
  });

  test('what returns ÷ (capital expected + bills), in the horizon', () => {
    // 25 × 197 days = 4,925. Capital 9,000 + 9,100 + 9,200, bills 12 × 2,000.
    const reading = baseOf(...DEAL);
    expect(number(reading.sum('capital.returned'))).toBe(4925);
    expect(number(reading.scalar('capital.round trip'))).toBe(Number((4925 / (27_300 + 24_000)).toFixed(10)));
  });

  test('it stands apart: neither cost nor capital changes with it', () => {
    const contract = contractOf(...DEAL, ['Tranche', '', 'Recirculated share', 0.25, 0]);
    const [withIt, without] = [contract.base, contract.reading(1)];
    expect(number(without.sum('capital.returned'))).toBe(0);
    expect(number(without.scalar('capital.round trip'))).toBe(0);
    const changed = withIt.lines
      .map(({ id }) => id)
      .filter((id) =>
        withIt.series(id).some((value, month) => String(value) !== String(without.at(id, month))),
      );
    expect(changed.sort()).toEqual(['capital.returned', 'capital.round trip']);
  });

  test('a firm tranche that has been paid comes back as before', () => {
    const contract = contractOf(...DEAL, ['Tranche', 'Spring', 'Kind', 'Firm', 'Funded']);
    const [firm, paid] = [contract.base, contract.reading(1)];
    expect(months(paid, 'capital.returned')).toEqual(months(firm, 'capital.returned'));
    expect(number(paid.scalar('capital.round trip'))).toBe(number(firm.scalar('capital.round trip')));
    expect(number(paid.scalar('capital.to spend expected'))).toBe(
      number(firm.scalar('capital.to spend expected')),
    );
  });

  test('what was funded before the model starts is sunk: neither it nor what is left of its return counts', () => {
    // Without Before: 25 × 138 days, against 18,300 and the bills.
    const contract = contractOf(...DEAL, ['Tranche', 'Before', 'Kind', 'Firm', 'Funded']);
    const sunk = contract.reading(1);
    expect(months(sunk, 'capital.returned', 3)).toEqual([0, 0, 25]);
    expect(number(sunk.sum('capital.returned'))).toBe(25 * 138);
    expect(number(sunk.scalar('capital.round trip'))).toBe(Number((3450 / (18_300 + 24_000)).toFixed(10)));
  });

  test('over no months nothing comes back', () => {
    const reading = baseOf(...DEAL, ['Tranche', '', 'Recirculation months', 0]);
    expect(number(reading.sum('capital.returned'))).toBe(0);
  });

  test('of a chain, by its likelihood: half of a half of 18,400, 12.5 a day', () => {
    const reading = baseOf(
      ...DEAL,
      ['Tranche', '', 'Mode', 'Sequential'],
      ...tranche('Autumn', '2027-11-14', 0, 'Contingent', 0.5),
    );
    expect(months(reading, 'capital.returned').slice(9)).toEqual([0, 16 * 12.5, 31 * 12.5]);
  });
});

function repeat(times: number, value: number): number[] {
  return Array.from({ length: times }, () => value);
}
