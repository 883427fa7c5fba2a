// Finds the independent program that recalculates native formulas in the tests.
import { spawnSync } from 'node:child_process';

const answers = (program, ...args) => spawnSync(program, args).status === 0;

/** @returns why it cannot be used, or undefined */
export function whyNoLibreOffice() {
  if (!answers('soffice', '--version')) return 'LibreOffice (soffice) is not installed';
  if (!answers('/usr/bin/python3', '-c', 'import uno'))
    return 'LibreOffice cannot be driven: the package python3-uno is not installed';
  return undefined;
}
