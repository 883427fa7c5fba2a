import * as o from '@odoo/o-spreadsheet';
import { prepareGrid } from '../book/grid';
import type { FunctionBridge } from './bridge';
import type { FunctionDefinition } from './function-metadata';

/** The grid registers functions per process, so a formula finds the bridge of its own book by the book's getters. */
const bridges = new WeakMap<object, FunctionBridge>();

const registered = new Map<string, string>();

export function claimFunctions(getters: object, bridge: FunctionBridge): void {
  bridges.set(getters, bridge);
}

/** Must run before the book is made: a formula read earlier would stay #NAME?. */
export function registerFunctions(definitions: ReadonlyMap<string, FunctionDefinition>): void {
  prepareGrid();
  for (const [name, definition] of definitions) {
    const description = describe(name, definition);
    const signature = JSON.stringify(description);
    if (registered.get(name) === signature) continue;
    registered.set(name, signature);
    o.registries.functionRegistry.replace(name, description);
  }
}

function describe(name: string, definition: FunctionDefinition): o.AddFunctionDescription {
  return {
    description: definition.description ?? '',
    category: 'Custom',
    args: definition.parameters.map((parameter) =>
      o.helpers.arg(
        `${argumentName(parameter.name)} (${tags(parameter).join(', ')})`,
        parameter.description ?? '',
      ),
    ),
    isExported: false,
    compute(...args) {
      const bridge = bridges.get(this.getters);
      if (bridge === undefined) return { value: '#NAME?', message: `${name} is not known in this workbook.` };
      return bridge.compute(name, this, args);
    },
  };
}

/** The grid reads "name (tags)": a name may not hold parentheses. */
const argumentName = (name: string) => name.replace(/[^\w ]/g, '_');

/**
 * Every parameter is optional to the grid, which would refuse the formula as unreadable otherwise; in Excel the call
 * is made and the function says what is missing.
 */
function tags(parameter: FunctionDefinition['parameters'][number]): string[] {
  const type = parameter.dimensionality === 'matrix' ? ['any', 'range<any>'] : ['any'];
  return [...type, parameter.repeating === true ? 'repeating' : 'optional'];
}
