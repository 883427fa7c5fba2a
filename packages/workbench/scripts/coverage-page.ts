import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { storedMembers } from '../src/host/stored-members';
import '../src/workbench';

const HOST = path.join(__dirname, '../src/host');
const TYPES = require.resolve('@types/office-js/index.d.ts');

/** Members that every object of office.js has, and that it answers without its host. */
const OF_THE_CLIENT = new Set(['context', 'isNullObject', 'load', 'set', 'toJSON', 'track', 'untrack']);

/** office.js calls the registration of one event otherwise than the event. */
const EVENTS: Readonly<Record<string, string>> = { DataChanged: 'Changed' };

interface HostClass {
  /** The class of office.js that it stands for; undefined on a class that others extend. */
  readonly type: string | undefined;
  readonly base: string | undefined;
  /** As on the wire: what begins with a capital, "_" or "$". */
  readonly members: readonly string[];
}

const parsed = (text: string): ts.SourceFile => ts.createSourceFile('it.ts', text, ts.ScriptTarget.ES2022);

const nameOf = ({ name }: ts.ClassElement): string => (name && ts.isIdentifier(name) ? name.text : '');

function classesIn(source: ts.SourceFile): (readonly [name: string, HostClass])[] {
  return source.statements.filter(ts.isClassDeclaration).map((declared) => {
    const type = declared.members.find((member) => nameOf(member) === '$type');
    const literal = type && ts.isPropertyDeclaration(type) ? type.initializer : undefined;
    const base = declared.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
      ?.types[0]?.expression;
    const members = declared.members.map(nameOf).filter((name) => /^[A-Z_$]/.test(name));
    return [
      declared.name?.text ?? '',
      {
        type: literal && ts.isStringLiteral(literal) ? literal.text : undefined,
        base: base && ts.isIdentifier(base) ? base.text : undefined,
        members,
      },
    ];
  });
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  );

/** Class of office.js → the members that the host has for it, as on the wire. */
function hostMembers(): ReadonlyMap<string, ReadonlySet<string>> {
  const classes = new Map(filesIn(HOST).flatMap((file) => classesIn(parsed(readFileSync(file, 'utf8')))));
  const membersOf = (host: HostClass | undefined): readonly string[] =>
    host === undefined ? [] : [...host.members, ...membersOf(classes.get(host.base ?? ''))];
  const byType = new Map<string, Set<string>>();
  for (const host of classes.values()) {
    if (host.type === undefined) continue;
    const known = byType.get(host.type) ?? new Set();
    for (const member of [...membersOf(host), ...storedMembers(host.type)]) known.add(member);
    byType.set(host.type, known);
  }
  return byType;
}

/** Class of Excel's namespace → its members as Microsoft's types declare them. */
function declaredMembers(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(TYPES, 'utf8');
  const from = text.indexOf('\ndeclare namespace Excel {');
  const excel = parsed(text.slice(from, text.indexOf('\ndeclare namespace ', from + 1)));
  const body = excel.statements.find(ts.isModuleDeclaration)?.body;
  if (body === undefined || !ts.isModuleBlock(body)) throw new Error(`${TYPES} has no namespace Excel.`);
  return new Map(
    body.statements.filter(ts.isClassDeclaration).map((declared) => {
      const members = new Set(declared.members.map(nameOf).filter((name) => name !== ''));
      return [
        declared.name?.text ?? '',
        [...members].filter((name) => !OF_THE_CLIENT.has(name)).sort((a, b) => a.localeCompare(b, 'en')),
      ];
    }),
  );
}

/** The events that the host raises, e.g. Changed. */
function raisedEvents(): ReadonlySet<string> {
  const text = readFileSync(path.join(HOST, 'change-events.ts'), 'utf8');
  return new Set([...text.matchAll(/\bExcelEvent\.(\w+)/g)].map(([, name = '']) => name));
}

/** Names as office.js calls them, of members as they are called on the wire. */
function apiNames(onWire: ReadonlySet<string>, raised: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const member of onWire) {
    const [, registered] = /^_Register(\w+)Event$/.exec(member) ?? [];
    const event = registered === undefined ? undefined : (EVENTS[registered] ?? registered);
    if (event !== undefined && raised.has(event)) names.add(`on${event}`);
    if (/^[A-Z]/.test(member)) names.add(member.charAt(0).toLowerCase() + member.slice(1));
  }
  // office.js asks for items by their keys, and gathers them, without calling a member of theirs.
  if (onWire.has('$item')) names.add('getItem');
  if (onWire.has('$items')) names.add('items');
  return names;
}

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)}%`;

/** coverage.md: what of Excel's object model the host has. */
export function coveragePage(): string {
  const declared = declaredMembers();
  const raised = raisedEvents();
  const rows = [...hostMembers()]
    .flatMap(([type, onWire]) => {
      const members = declared.get(type);
      if (members === undefined) return [];
      const names = apiNames(onWire, raised);
      return [{ type, all: members.length, here: members.filter((name) => names.has(name)) }];
    })
    .sort((a, b) => a.type.localeCompare(b.type, 'en'));
  const here = rows.reduce((sum, row) => sum + row.here.length, 0);
  const all = rows.reduce((sum, row) => sum + row.all, 0);
  return `# What of Excel's object model is here

Printed from the classes of \`src/host\` and from the declarations of \`@types/office-js\`; \`npm run generate\` writes it anew.

The host has ${rows.length} of the ${declared.size} classes of the namespace \`Excel\`, and of their ${all} members ${here} (${percent(here, all)}).
\`load\`, \`toJSON\`, \`context\` and the like, which office.js answers by itself, are not counted. A member that is not listed is
refused with the error *ApiNotFound*, which names it; the page counts such calls in its status line.

| Class | Members | of all |
|---|---|---|
${rows.map(({ type, here: names, all: of }) => `| ${type} | ${names.map((name) => `\`${name}\``).join(', ')} | ${names.length} of ${of} |`).join('\n')}
`;
}
