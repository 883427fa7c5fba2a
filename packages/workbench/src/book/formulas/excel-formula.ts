import { OWN } from '../evaluation/own-functions';
import { formulaTree, rewritten, type Call, type FormulaNode, type Rewrite } from './formula-tree';

/*
 * A formula of the grid in the signs of Excel: the way back from `grid-formula.ts` where nobody remembers what was typed.
 */

const OWN_NAMES: ReadonlySet<string> = new Set(Object.values(OWN));
const MAY_BE_OWN = new RegExp(
  Object.values(OWN)
    .map((name) => name.replace('.', String.raw`\.`))
    .join('|'),
  'i',
);

export function excelFormula(formula: string): string {
  if (!MAY_BE_OWN.test(formula)) return formula;
  const tree = formulaTree(formula);
  return tree === undefined ? formula : rewritten(formula, tree, inSigns);
}

const inSigns: Rewrite = (node, print) => {
  if (node.kind !== 'call' || !OWN_NAMES.has(node.name.toUpperCase())) return undefined;
  const [one, other] = node.args;
  if (one === undefined) return undefined;
  switch (node.name.toUpperCase()) {
    case OWN.single:
      return `@${print(one)}`;
    case OWN.error:
    case OWN.otherBook:
      return textOf(one);
    case OWN.between:
      return other && `${print(one)}:${print(other)}`;
    case OWN.shared:
      return other && `${print(one)} ${print(other)}`;
    case OWN.fitted:
      return print(one);
    case OWN.unknown:
      return unknownCall(node, print);
    default:
      return undefined;
  }
};

const unknownCall = ({ args }: Call, print: (node: FormulaNode) => string): string => {
  const [name, ...rest] = args;
  return `${name === undefined ? '' : textOf(name)}(${rest.map(print).join(',')})`;
};

const textOf = (node: FormulaNode): string =>
  node.kind === 'text' ? node.text.slice(1, -1).replaceAll('""', '"') : '#NAME?';
