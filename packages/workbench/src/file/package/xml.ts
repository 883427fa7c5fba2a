/** Of the parts of a workbook. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** How XML is read and printed where this runs. */
export interface Xml {
  parse(text: string): Document;
  print(part: Document): string;
  /** Runs the grid's export, which reads and prints with global classes. */
  exporting<T>(work: () => Promise<T>): Promise<T>;
  /** Runs the grid's import, which reads with global classes and asks for elements by selectors. */
  importing<T>(work: () => T): T;
}

export const browserXml: Xml = {
  parse: (text) => new DOMParser().parseFromString(text, 'text/xml'),
  print: (part) => new XMLSerializer().serializeToString(part),
  exporting: (work) => work(),
  importing: (work) => work(),
};

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const withDeclaration = (text: string): string =>
  text.startsWith('<?xml') ? text : `${DECLARATION}${text}`;

/** A new element, with attributes, an undefined one being left out, and children. */
export function node(
  document: Document,
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly (Node | string)[]
): Element {
  const made = document.createElementNS(MAIN, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, String(value));
  }
  for (const child of children) {
    made.appendChild(typeof child === 'string' ? document.createTextNode(cleaned(child)) : child);
  }
  return made;
}

export const elementsOf = (parent: Document | Element, tag: string): Element[] =>
  Array.from(parent.getElementsByTagName(tag));

/** Elements anywhere in a part, whatever prefix its writer gave them. */
export const inside = (parent: Document | Element, tag: string): Element[] =>
  Array.from(parent.getElementsByTagNameNS('*', tag));

/** XML has no place for control characters. */
const cleaned = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- exactly these are meant
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

export const escaped = (text: string): string =>
  cleaned(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
