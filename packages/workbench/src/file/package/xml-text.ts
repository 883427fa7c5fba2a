/*
 * XML read as text where reading it as a tree would take long: a model has thousands of cells.
 */

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes in a tag. */
export function attributesOf(tag: string): Readonly<Record<string, string | undefined>> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    found[name] = unescaped(double ?? single ?? '');
  }
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi;

export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (all, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? all;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : all;
      })
    : text;

const LAST_CODE_POINT = 0x10_ff_ff;

/** `_x000D_` is how a file writes what XML has no place for, and `_x005F_` the underscore of a text that looks like it. */
export const withSigns = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_all, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** Comments go, and a block of plain text becomes escaped text: so that a pattern need not know of them. */
export function plainXml(text: string): string {
  const plain: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', from)) {
    const block = BLOCKS.find(({ begin }) => text.startsWith(begin, at));
    const end = block === undefined ? -1 : text.indexOf(block.end, at + block.begin.length);
    if (block === undefined || end < 0) break;
    plain.push(text.slice(from, at), block.keep(text.slice(at + block.begin.length, end)));
    from = end + block.end.length;
  }
  return plain.join('') + text.slice(from);
}

const BLOCKS = [
  { begin: '<!--', end: '-->', keep: () => '' },
  {
    begin: '<![CDATA[',
    end: ']]>',
    keep: (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  },
];
