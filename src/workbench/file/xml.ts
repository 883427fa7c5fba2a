/** Of the parts of a workbook. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const parseXml = (text: string): Document => new DOMParser().parseFromString(text, 'text/xml');

export function printXml(document: Document): string {
  const text = new XMLSerializer().serializeToString(document);
  return text.startsWith('<?xml') ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
}

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

/** XML has no place for control characters. */
const cleaned = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- exactly these are meant
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

export const escaped = (text: string): string =>
  cleaned(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
