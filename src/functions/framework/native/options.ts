import { cellOf } from '../../../base/cell';
import { OMITTED, type NativeArgument } from './argument';
import { blockOf, cellArgument } from './block';

/** The options of a call by name, each as an argument of its own; undefined where the range has no cells. */
export function optionsOf(argument: NativeArgument): ((name: string) => NativeArgument) | undefined {
  if (argument.written === 'omitted') return () => OMITTED;
  const block = blockOf(argument);
  if (block === undefined) return undefined;
  const rows = new Map<string, number>();
  for (const [index, [name]] of block.rows.entries()) {
    const cell = cellOf(name);
    if (cell.holds === 'text') rows.set(cell.value.toLowerCase(), index);
  }
  return (name) => {
    const row = rows.get(name.toLowerCase());
    return row === undefined ? OMITTED : cellArgument(block, argument, row, 1);
  };
}
