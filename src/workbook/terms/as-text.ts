/** What Excel would take for something else than text: formulas, numbers, dates, truth values, errors. */
const TAKEN_OTHERWISE = [
  /^[=+\-@']/,
  /^[([{$€£¥%.,]*\d/,
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s,/-]*\d/i,
  /^(true|false)$/i,
  /^#/,
];

/** A text as it is written into a cell so that it stays text: with an apostrophe before it where it needs one. */
export function asText(text: string): string {
  const trimmed = text.trim();
  return TAKEN_OTHERWISE.some((pattern) => pattern.test(trimmed)) ? `'${text}` : text;
}
