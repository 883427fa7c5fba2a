const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const SOURCES = path.join(__dirname, '..', '..', 'src');
/** Built apart from the add-in. */
const NOT_BUNDLED = path.join(SOURCES, 'workbench');

/** Called by the language itself. */
const IMPLICIT = ['toString', 'valueOf', 'toJSON'];

/**
 * A webpack loader for decimal.js, which puts all its operations on one class, so that no bundler can tell which of
 * them are used. Leaves out what neither our sources nor any operation that stays mentions: sines, fractions, octal
 * numbers. That is a third of the library, which would otherwise be read before the first cell is computed.
 */
module.exports = function decimalLoader(source) {
  this.addContextDependency(SOURCES);
  return withoutUnused(source, membersMentionedIn(SOURCES));
};
module.exports.withoutUnused = withoutUnused;
module.exports.membersMentionedIn = membersMentionedIn;

/**
 * The source of decimal.js without the methods and functions that nothing needs.
 * @param used  names of methods that are called from outside
 */
function withoutUnused(source, used) {
  const file = ts.createSourceFile('decimal.mjs', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const functions = new Set(file.statements.filter(ts.isFunctionDeclaration).map(({ name }) => name.text));
  const parts = file.statements
    .flatMap(partsOf)
    .map((statement) => ({ statement, ...declared(statement, functions) }));

  const needed = { members: new Set([...used, ...IMPLICIT]), names: new Set() };
  let waiting = parts;
  for (;;) {
    const isNeeded = ({ members, name }) =>
      members?.some((member) => needed.members.has(member)) ?? (name === undefined || needed.names.has(name));
    const next = waiting.filter(isNeeded);
    if (next.length === 0) break;
    for (const { statement } of next) mention(statement, needed);
    waiting = waiting.filter((part) => !next.includes(part));
  }
  // Variables may stay where they are: the minifier drops those that nothing reads.
  const unused = waiting.map(({ statement }) => statement).filter((part) => !ts.isVariableDeclaration(part));
  return without(source, unused);
}

/** The function `clone` makes the class and hangs the others on it; variables are told apart. */
function partsOf(statement) {
  if (ts.isVariableStatement(statement)) return [...statement.declarationList.declarations];
  const isFactory = ts.isFunctionDeclaration(statement) && statement.name.text === 'clone';
  return isFactory ? [...statement.body.statements] : [statement];
}

/** What a part does nothing but declare: methods, a function, a constant; nothing for one that must stay. */
function declared(statement, functions) {
  if (ts.isVariableDeclaration(statement) || ts.isFunctionDeclaration(statement)) {
    return { name: statement.name.text };
  }
  if (!ts.isExpressionStatement(statement)) return {};
  const members = [];
  let value = statement.expression;
  while (isAssignment(value) && isMemberOfClass(value.left)) {
    members.push(value.left.name.text);
    value = value.right;
  }
  const isFunction = ts.isFunctionExpression(value) || (ts.isIdentifier(value) && functions.has(value.text));
  if (members.length > 0) return isFunction ? { members } : {};
  // PI = new Decimal(PI)
  const isConstant = isAssignment(value) && ts.isIdentifier(value.left) && ts.isNewExpression(value.right);
  return isConstant ? { name: value.left.text } : {};
}

const isAssignment = (node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;

const isMemberOfClass = (node) =>
  ts.isPropertyAccessExpression(node) &&
  ts.isIdentifier(node.expression) &&
  ['P', 'Decimal'].includes(node.expression.text);

function mention(node, { members, names }) {
  (function visit(each) {
    if (ts.isPropertyAccessExpression(each)) {
      if (each.expression.getText() !== 'Math') members.add(each.name.text);
      return visit(each.expression);
    }
    if (ts.isIdentifier(each)) names.add(each.text);
    ts.forEachChild(each, visit);
  })(node);
}

function without(source, statements) {
  const cuts = statements.map((statement) => [statement.getStart(), statement.end]).sort(([a], [b]) => a - b);
  let kept = '';
  let at = 0;
  for (const [start, end] of cuts) {
    kept += source.slice(at, start);
    at = end;
  }
  return kept + source.slice(at);
}

/** Names that stand after a point in the sources of the add-in; those of Math are another's. */
function membersMentionedIn(folder) {
  const members = new Set();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (place === NOT_BUNDLED) continue;
    if (entry.isDirectory()) for (const name of membersMentionedIn(place)) members.add(name);
    else if (/\.tsx?$/.test(entry.name)) {
      for (const [, name] of readFileSync(place, 'utf8').matchAll(/(?<!\bMath)\??\.(\w+)/g))
        members.add(name);
    }
  }
  return members;
}
