import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';

/*
 * The grid's import asks for elements by selectors and for attributes by name, as in a browser; the parser for Node knows
 * neither. This is as much of both as the import uses.
 */

/** What is wrong with a text is thrown; the parser would print it, too. */
export const QUIET = { onError: () => undefined };

/** Stands in for the browser's class while the grid imports. */
export class QueriedParser {
  parseFromString(text: string): QueriedNode {
    return new QueriedNode(new DOMParser(QUIET).parseFromString(text, 'text/xml'));
  }
}

interface Attribute {
  readonly value: string;
}

class QueriedNode {
  private ownAttributes: Readonly<Record<string, unknown>> | undefined;

  constructor(private readonly node: Document | Element) {}

  get tagName(): string {
    return this.node.nodeName;
  }

  get textContent(): string | null {
    return this.node.textContent;
  }

  get children(): QueriedNode[] {
    return elementsIn(this.node).map((child) => new QueriedNode(child));
  }

  get attributes(): Readonly<Record<string, unknown>> {
    this.ownAttributes ??= attributesOf(this.node as Element);
    return this.ownAttributes;
  }

  getAttribute(name: string): string | null {
    return (this.node as Element).getAttribute(name);
  }

  querySelector(selectors: string): QueriedNode | null {
    return this.querySelectorAll(selectors)[0] ?? null;
  }

  querySelectorAll(selectors: string): QueriedNode[] {
    const paths = selectors.split(',').map(pathOf);
    const found: QueriedNode[] = [];
    const visit = (parent: Node) => {
      for (const child of elementsIn(parent)) {
        if (paths.some((path) => isAtEnd(child, path))) found.push(new QueriedNode(child));
        visit(child);
      }
    };
    visit(this.node);
    return found;
  }
}

function attributesOf(element: Element): Readonly<Record<string, unknown>> {
  const all = Array.from(element.attributes).map(({ name, value }): [string, Attribute] => [name, { value }]);
  const byName: Record<string, unknown> = Object.fromEntries(all);
  const getNamedItem = (name: string) => byName[name] ?? null;
  return Object.assign(byName, { getNamedItem });
}

const ELEMENT = 1;

const elementsIn = (parent: Node): Element[] =>
  Array.from(parent.childNodes).filter((child): child is Element => child.nodeType === ELEMENT);

/** One word of a selector: a name, conditions on attributes, and whether the word before it is the parent. */
interface Step {
  readonly name: string;
  readonly conditions: readonly (readonly [attribute: string, value: string | undefined])[];
  readonly isChild: boolean;
}

function pathOf(selector: string): Step[] {
  const path: Step[] = [];
  let isChild = false;
  for (const word of selector.trim().split(/\s+(?![^[]*\])/)) {
    if (word === '>') isChild = true;
    else {
      const conditions = [...word.matchAll(/\[([^=\]]+)(?:="([^"]*)")?\]/g)].map(
        ([, attribute = '', value]) => [attribute, value] as const,
      );
      path.push({ name: word.replace(/\[.*$/, ''), conditions, isChild });
      isChild = false;
    }
  }
  return path;
}

/** Whether the path leads to the element. */
function isAtEnd(element: Element, path: readonly Step[]): boolean {
  const step = path.at(-1);
  if (step === undefined || !isAt(element, step)) return false;
  const before = path.slice(0, -1);
  if (before.length === 0) return true;
  for (let above = element.parentNode; above?.nodeType === ELEMENT; above = above.parentNode) {
    if (isAtEnd(above as Element, before)) return true;
    if (step.isChild) return false;
  }
  return false;
}

function isAt(element: Element, { name, conditions }: Step): boolean {
  const isNamed = name === ':root' ? element.parentNode?.nodeType !== ELEMENT : element.nodeName === name;
  return (
    isNamed &&
    conditions.every(([attribute, value]) =>
      value === undefined ? element.hasAttribute(attribute) : element.getAttribute(attribute) === value,
    )
  );
}
