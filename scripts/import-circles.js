// Who imports whom, and where that goes round in a circle.
const { existsSync, readFileSync, readdirSync, statSync } = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const FOLDERS = ['src', 'packages', 'test', 'scripts', 'build'];
const SOURCE = /\.(ts|tsx|mjs|js)$/;
const READING = { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
const ENDINGS = ['', '.ts', '.tsx', '.js', '.mjs', '/index.ts'];

/**
 * Circles that are meant. Any other is refused, and so is an entry that no circle needs any more. A name that ends in "/"
 * stands for a folder. Where nothing else is said, only types go round, which nobody meets when the program runs.
 */
const KNOWN_CIRCLES = [
  {
    files: ['src/calc/expression.ts', 'src/calc/line.ts'],
    why: 'An expression may name a line, and a line is an expression with a name.',
  },
  {
    files: ['packages/workbench/src/host/'],
    runs: true,
    why: "Excel's object model goes round: a sheet gives its ranges, and a range its sheet. None of it runs while files load.",
  },
];

function filesBelow(root, folder) {
  const at = path.join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return ['node_modules', 'dist'].includes(entry.name) ? [] : filesBelow(root, name);
    return SOURCE.test(entry.name) && !entry.name.endsWith('.d.ts') ? [name] : [];
  });
}

/** What a file imports as it is written, and whether anything of that is left once the types are gone. */
function importsOf(text, file) {
  const found = [];
  const add = (specifier, isType) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, isType });
  };
  // Nearly all files import at their top alone, and need not be searched any deeper.
  const isCalled = /\b(import|require)\s*\(/.test(text);
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && isImportCall(node.expression)) add(node.arguments[0], false);
    if (isCalled || ts.isSourceFile(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, READING));
  return found;
}

const isImportCall = (called) =>
  called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');

function fileOf(root, from, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const target = path.posix.join(path.posix.dirname(from), specifier);
  const ending = ENDINGS.find((each) => {
    const candidate = path.join(root, target + each);
    return existsSync(candidate) && statSync(candidate).isFile();
  });
  return ending === undefined ? undefined : target + ending;
}

/** File → file → whether only types are imported. */
function importGraph(root) {
  const graph = new Map();
  for (const file of FOLDERS.flatMap((folder) => filesBelow(root, folder))) {
    const targets = new Map();
    for (const { specifier, isType } of importsOf(readFileSync(path.join(root, file), 'utf8'), file)) {
      const target = fileOf(root, file, specifier);
      if (target !== undefined) targets.set(target, isType && (targets.get(target) ?? true));
    }
    graph.set(file, targets);
  }
  return graph;
}

/** Sets of files that all reach each other (Tarjan's strongly connected components), of two files or more. */
function componentsOf(files, targetsOf) {
  const order = new Map();
  const lowest = new Map();
  const open = [];
  const isOpen = new Set();
  const components = [];
  const visit = (file) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file));
    open.push(file);
    isOpen.add(file);
    for (const target of targetsOf(file)) {
      if (!order.has(target)) {
        visit(target);
        lowest.set(file, Math.min(lowest.get(file), lowest.get(target)));
      } else if (isOpen.has(target)) lowest.set(file, Math.min(lowest.get(file), order.get(target)));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const component = open.splice(open.indexOf(file));
    for (const each of component) isOpen.delete(each);
    if (component.length > 1 || targetsOf(file).includes(file)) components.push(component.sort());
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return components;
}

/** The shortest way from a file of a component back to itself. */
function shortestWay(component, targetsOf) {
  const inside = new Set(component);
  const from = (start) => {
    const ways = [[start]];
    const seen = new Set();
    for (const way of ways) {
      for (const target of targetsOf(way.at(-1))) {
        if (target === start) return [...way, start];
        if (!inside.has(target) || seen.has(target)) continue;
        seen.add(target);
        ways.push([...way, target]);
      }
    }
    return component;
  };
  return component.map(from).sort((a, b) => a.length - b.length)[0];
}

/**
 * Circles that are not allowed, each as a sentence with its shortest way.
 * @param root the folder that holds src, packages, test, scripts and build
 */
function refusedCircles(root, known = KNOWN_CIRCLES) {
  const graph = importGraph(root);
  const files = [...graph.keys()];
  const running = (file) =>
    [...(graph.get(file) ?? [])].filter(([, isType]) => !isType).map(([target]) => target);
  const all = (file) => [...(graph.get(file)?.keys() ?? [])];

  const real = componentsOf(files, running).filter(
    (component) => !known.some((entry) => entry.runs && covers(entry, component)),
  );
  const told = new Set(real.flat());
  const circles = componentsOf(files, all);
  const ofTypes = circles.filter(
    (component) =>
      !known.some((entry) => covers(entry, component)) && !component.some((file) => told.has(file)),
  );
  const idle = known.filter((entry) => !circles.some((component) => covers(entry, component)));
  const way = (component, targetsOf) => shortestWay(component, targetsOf).join(' → ');
  return [
    ...real.map((component) => `Files import each other in a circle: ${way(component, running)}`),
    ...ofTypes.map((component) => `Files import each other's types in a circle: ${way(component, all)}`),
    ...idle.map((entry) => `A known circle is gone; take it out of the list: ${entry.files.join(', ')}`),
  ];
}

const covers = ({ files }, component) =>
  component.every((file) =>
    files.some((name) => (name.endsWith('/') ? file.startsWith(name) : file === name)),
  );

module.exports = { refusedCircles };
