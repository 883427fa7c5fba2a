// Lints snippets as if they stood in given files: [[file, code], …] on standard input, the rules broken on standard
// output. A process of its own, since jest cannot load ESLint's configuration, which is an ES module.
import { existsSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// Types are known of files that are there. A snippet in a file that is not is held to all other rules.
const withTypes = new ESLint();
const withoutTypes = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
const rules = [];
for (const [filePath, code] of JSON.parse(readFileSync(0, 'utf8'))) {
  const eslint = existsSync(filePath) ? withTypes : withoutTypes;
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  rules.push((result?.messages ?? []).map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(rules));
