const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

/**
 * Webpack joins modules into one scope, where names are short and calls direct, unless another chunk imports one of
 * them: that one stays apart, and everything that uses it is written the longer way. The pane imports many of the
 * modules that the functions are made of, which makes the functions' script seven percent larger. So the pane gets them
 * all from the entry of the functions: it exports what its modules export, and an import from outside leads there.
 * There is still one copy of every module.
 */
function oneScope(entry) {
  const inside = modulesOf(entry);
  // Webpack keeps what it has built under the name of the options, so another list must have another name.
  const ident = `one-scope-${createHash('sha256').update(inside.join()).digest('hex')}`;
  const self = { loader: __filename, options: { ident, entry, inside } };
  const isPart = (file) => file !== entry && inside.includes(file) && file.endsWith('.ts');
  return [
    { resource: entry, use: self },
    { resource: isPart, issuer: (file) => !!file && !inside.includes(file), use: self },
  ];
}

/** As a loader: adds the exports of all modules to the entry, and puts a reference to them in place of a module. */
module.exports = function oneScopeLoader(source) {
  const { entry, inside } = this.getOptions();
  if (this.resourcePath !== entry) return exportsOf(entry, [this.resourcePath], inside, 'out');
  for (const file of inside) this.addDependency(file);
  return `${source}\n${exportsOf(entry, inside, inside, 'in')}`;
};
module.exports.oneScope = oneScope;

function exportsOf(entry, files, inside, direction) {
  return files
    .filter((file) => file !== entry && /\.ts$/.test(file))
    .map((file) => {
      const names = exportedNames(parse(file)).map((name) => {
        const common = `_${inside.indexOf(file)}_${name}`;
        return direction === 'in' ? `${name} as ${common}` : `${common} as ${name}`;
      });
      return `export { ${names.join(', ')} } from ${JSON.stringify(direction === 'in' ? file : entry)};`;
    })
    .join('\n');
}

/** The entry and all modules of ours that it needs, directly or not. */
function modulesOf(entry) {
  const found = [entry];
  for (const file of found) {
    if (!file.endsWith('.ts')) continue;
    for (const needed of importsOf(file)) if (!found.includes(needed)) found.push(needed);
  }
  return found;
}

const parse = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);

function importsOf(file) {
  return parse(file).statements.flatMap((statement) => {
    const from = statement.moduleSpecifier?.text;
    const isType = statement.importClause?.isTypeOnly || statement.isTypeOnly;
    if (!from?.startsWith('.') || isType) return [];
    const place = path.resolve(path.dirname(file), from);
    return [`${place}.ts`, place].filter((candidate) => existsSync(candidate)).slice(0, 1);
  });
}

/** Types leave no trace in the bundle. */
function exportedNames({ statements }) {
  return statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return reExported(statement);
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      return [];
    if (!ts.isVariableStatement(statement)) return [statement.name.text];
    return statement.declarationList.declarations.map(({ name }) => name.text);
  });
}

function reExported({ isTypeOnly, exportClause }) {
  if (isTypeOnly) return [];
  return exportClause.elements.filter((element) => !element.isTypeOnly).map(({ name }) => name.text);
}
