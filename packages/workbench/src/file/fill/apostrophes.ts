import type { Package } from '../package/package-parts';
import { attributesOf } from '../package/xml-text';

/*
 * The grid cannot read a sheet's name with an apostrophe in a formula: it gets a typographic one, in all parts of the file.
 */

const INSTEAD = '’';
const SHEET = /<sheet\b[^>]*>/g;
/** As XML may write it. */
const APOSTROPHE = String.raw`(?:'|&apos;|&#39;|&#x27;)`;

/** @returns the names of the sheets that are called otherwise from here on */
export function replaceApostrophes({ parts }: Package, workbookPath: string): string[] {
  const workbook = parts.get(workbookPath) ?? '';
  const names = [...workbook.matchAll(SHEET)].flatMap(([tag]) => {
    const { name = '' } = attributesOf(tag);
    return name.includes("'") ? [name] : [];
  });
  if (names.length === 0) return [];
  parts.set(
    workbookPath,
    workbook.replace(SHEET, (tag) =>
      tag.replace(/\bname=("[^"]*"|'[^']*')/, (_all, value: string) => {
        const plain = value.slice(1, -1).replace(new RegExp(APOSTROPHE, 'gi'), INSTEAD);
        return `name="${plain.replaceAll('"', '&quot;')}"`;
      }),
    ),
  );
  for (const name of names) {
    const reference = new RegExp(referencePattern(name), 'gi');
    const instead = `'${escapedText(name.replaceAll("'", INSTEAD))}'!`;
    for (const [path, text] of parts)
      parts.set(
        path,
        text.replace(reference, () => instead),
      );
  }
  return names;
}

/** `'O''Neil'!`, in any spelling. */
const referencePattern = (name: string): string =>
  `${APOSTROPHE}${name
    .split("'")
    .map((part) => quoted(escapedText(part)))
    .join(APOSTROPHE.repeat(2))}${APOSTROPHE}!`;

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const escapedText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
