import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import type { Xml } from '../file/package/xml';
import { QueriedParser, QUIET } from './queried-xml';

/**
 * The grid parses each part that it has put together, only to print it at once. Reading a model's sheets in JavaScript
 * takes seconds, so that here a text stays what it is.
 */
class UnreadPart {
  constructor(readonly text: string) {}

  /** The grid looks for a browser's error element. */
  querySelector(): null {
    return null;
  }
}

class KeepsText {
  parseFromString(text: string): UnreadPart {
    return new UnreadPart(text.trim());
  }
}

class PrintsText {
  serializeToString(part: UnreadPart): string {
    return part.text;
  }
}

/** XML in Node, where the grid sets up a parser that reads nothing and none that prints. */
export const nodeXml: Xml = {
  parse: (text) => new DOMParser(QUIET).parseFromString(text, 'text/xml') as unknown as Document,
  print: (part) => new XMLSerializer().serializeToString(part as never),
  exporting: async (work) => {
    const restore = setGlobals({ DOMParser: KeepsText, XMLSerializer: PrintsText });
    try {
      return await work();
    } finally {
      restore();
    }
  },
  importing: (work) => {
    const restore = setGlobals({ DOMParser: QueriedParser });
    try {
      return work();
    } finally {
      restore();
    }
  },
};

/** @returns puts the globals back as they stood */
function setGlobals(own: Readonly<Record<string, unknown>>): () => void {
  const before = Object.keys(own).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  Object.assign(globalThis, own);
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
}
