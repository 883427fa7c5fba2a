import { parseZone } from '../address';

/**
 * Excel's rules for names of ranges and tables.
 * @returns a sentence where the text cannot be a name
 */
export function nameProblem(name: string): string | undefined {
  const say = (reason: string) => `"${name}" cannot be a name: ${reason}.`;
  if (name === '') return 'A name cannot be blank.';
  if (name.length > 255) return say(`it has ${name.length} characters, and 255 are allowed`);
  if (/\s/.test(name)) return say('it holds a blank');
  if (!/^[\p{L}_\\]/u.test(name)) return say('it must begin with a letter, _ or \\');
  if (!/^[\p{L}_\\][\p{L}\p{N}_.?\\]*$/u.test(name))
    return say('only letters, digits, _, . and ? may follow');
  if (/^[rc]$/i.test(name) || /^r\d*c\d*$/i.test(name)) return say('Excel reads it as a row or column');
  if (parseZone(name) !== undefined) return say('it looks like a cell');
  if (/^(?:true|false)$/i.test(name)) return say('it is a logical value');
  return undefined;
}
