import { template } from '../../src/terms/template';
import { compareLines } from './compare';
import { type StepResult, describeWithLibreOffice, recalculate } from './libre-office';
import { NativeBook } from './native-book';

const READ = ['Schedule', 'Tranches'];
const RELATIVE = 1e-12;

describeWithLibreOffice('the Transition template in native form', () => {
  let book: NativeBook;
  let results: readonly StepResult[];
  const scenarios = [
    'Base',
    'Delay 6 months',
    'Denied',
    'Early exit',
    'Usage culture stays',
    'Strong efficiency',
    'Model held by regulator',
    'Second anchor vendor',
  ];

  beforeAll(() => {
    book = new NativeBook(template('transition'));
    const steps = scenarios.map((name) => ({
      set: [['Terms', NativeBook.scenario, name]] as const,
      read: READ,
    }));
    [results = []] = recalculate([{ parts: book.parts(), steps }]);
  });

  test.each(scenarios.map((name, place) => [name, place] as const))(
    '%s: every cell is that of the engine',
    (_name, place) => {
      const result = results[place] ?? {};
      const { cells, differences } = compareLines(book, book.contract.evaluation(place), result, RELATIVE);
      expect(differences.slice(0, 20)).toEqual([]);
      expect(cells).toBeGreaterThan(10_000);
    },
  );
});
