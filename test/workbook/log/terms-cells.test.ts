import fc from 'fast-check';
import { joinedText, piecesOf } from '../../../src/workbook/log/terms-cells';
import { seed } from '../../property-seed';

const MOST = 32_767;

/** Long enough for three cells, with signs of two units and marks of our own wherever they break. */
const longText = fc
  .array(fc.constantFrom('a', '…', '\u{1F4CC}', '=', '"', 'longer words'), { minLength: 1, maxLength: 40 })
  .chain((parts) =>
    fc
      .integer({ min: 1, max: 3 * MOST })
      .map((length) =>
        `[${parts.join('').repeat(Math.ceil(length / parts.join('').length))}`.slice(0, length),
      ),
  );

test(`a text of any length is read from its pieces again, none too long for a cell nor a formula (seed ${seed})`, () => {
  fc.assert(
    fc.property(longText, (text) => {
      const pieces = piecesOf(text);
      expect(joinedText(pieces)).toBe(text);
      expect(joinedText([...pieces, '', ''])).toBe(text);
      expect(pieces.filter((piece) => piece.length > MOST || !/^[[…]/.test(piece))).toEqual([]);
      // Half a sign is none: Excel would keep another.
      expect(pieces.filter((piece) => /[\ud800-\udbff]$/.test(piece) && piece !== pieces.at(-1))).toEqual([]);
    }),
    { numRuns: 60, seed },
  );
});

test('no cell, no text', () => {
  expect(piecesOf('')).toEqual([]);
  expect(joinedText([])).toBe('');
});
