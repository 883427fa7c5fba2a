// Lints snippets as if they stood in given files: [[file, code], …] on standard input, the rules broken on standard
// output. A process of its own, since jest cannot load ESLint's configuration, which is an ES module.
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const rules = [];
for (const [filePath, code] of JSON.parse(readFileSync(0, 'utf8'))) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  rules.push((result?.messages ?? []).map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(rules));
