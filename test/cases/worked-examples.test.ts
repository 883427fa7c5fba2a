import { expressed } from './expressed';
import { figuresLeftOut, notExpressed, printedRounding } from './not-expressed';
import { Inputs, published } from './published';

const listed = Object.values(notExpressed).flat();

describe('published worked examples', () => {
  test('each stands in the table or in the list of those that no function expresses, and none in both', () => {
    const all = published.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect([...Object.keys(expressed), ...listed].sort()).toEqual([...all].sort());
  });

  const table = published.filter(({ id }) => expressed[id] !== undefined);
  test.each(table.map((example) => [example.id, example.what, example] as const))(
    '%s: %s',
    (id, _what, example) => {
      const given = expressed[id]?.(new Inputs(id)) ?? {};
      const leftOut = Object.keys(figuresLeftOut[id] ?? {});
      // Every printed figure is checked, or left out by name and with its reason.
      expect([...Object.keys(given), ...leftOut].sort()).toEqual(Object.keys(example.expected).sort());
      for (const [name, figure] of Object.entries(given)) {
        const tolerance = printedRounding[id]?.[name] ?? example.tolerance;
        const wanted = [example.expected[name]].flat();
        const actual = [figure].flat();
        expect(actual).toHaveLength(wanted.length);
        for (const [index, value] of actual.entries()) {
          const difference = Math.abs(value - Number(wanted[index]));
          if (!(difference <= tolerance)) {
            throw new Error(
              `${id}, ${name}: ${value} is not within ${tolerance} of ${String(wanted[index])}`,
            );
          }
        }
      }
    },
  );
});
