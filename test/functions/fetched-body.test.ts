import { Refusal } from '../../src/base/refusal';
import { required } from '../../src/functions/framework/arguments/boundary';
import { date } from '../../src/functions/framework/arguments/kinds';
import { defineFetchedFunction } from '../../src/functions/framework/define';
import { errorCode } from '../../src/functions/framework/error-code';

const body = ({ day }: { readonly day: number }): number => day + 1;

/** A function whose server is away for the first so many calls. */
function tomorrow(away: number) {
  let asked = 0;
  const descriptor = defineFetchedFunction({
    id: 'TOMORROW',
    parameters: { day: required(date, { unit: 'date' }) },
    result: { matrix: false, unit: 'date', format: '0' },
    fetchBody: () => {
      asked += 1;
      return asked > away ? Promise.resolve({ body }) : Promise.reject(new Error('Loading chunk 7 failed.'));
    },
  });
  return { descriptor, asked: () => asked };
}

test('a body that cannot be fetched is a sentence with a way on, and the next call asks again', async () => {
  const { descriptor, asked } = tomorrow(2);
  for (let time = 0; time < 2; time += 1) {
    const outcome = await descriptor.call([46204]);
    if (!(outcome instanceof Refusal)) throw new Error('It must refuse while the server is away.');
    expect(errorCode(outcome)).toBe('#N/A');
    expect(outcome.sentence).toBe(
      'TOMORROW needs a part of Meterbook that could not be fetched from its server. Check the connection, then recalculate with Ctrl+Alt+F9; if it stays so, close Excel and open it again.',
    );
  }
  expect(await descriptor.call([46204])).toBe(46205);
  expect(asked()).toBe(3);
});

test('arguments that are refused ask for no body', async () => {
  const { descriptor, asked } = tomorrow(0);
  expect(await descriptor.call(['soon'])).toBeInstanceOf(Refusal);
  expect(asked()).toBe(0);
});
