import { PROTECTION_OPTIONS, type ProtectionOption, type ProtectionOptions } from '../../book/protection';
import { attributesOf } from '../package/xml-text';

/** A protected sheet, as a file says it. */
export interface ReadProtection {
  readonly options: ProtectionOptions;
  /** Files hold no passwords, only what a password must come to. */
  readonly hasPassword: boolean;
}

/** What is allowed where the file says 0; objects and scenarios are allowed unless it says 1. */
const ATTRIBUTES: Readonly<Record<ProtectionOption, string>> = {
  allowAutoFilter: 'autoFilter',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowEditObjects: 'objects',
  allowEditScenarios: 'scenarios',
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowInsertRows: 'insertRows',
  allowPivotTables: 'pivotTables',
  allowSort: 'sort',
};

const ALLOWED_UNLESS_SAID = new Set(['objects', 'scenarios']);
const PASSWORDS = ['password', 'hashValue'];

/** @param frame  the sheet without its rows */
export function readProtection(frame: string): ReadProtection | undefined {
  const attributes = attributesOf(/<sheetProtection\b[^>]*>/.exec(frame)?.[0] ?? '');
  const isSet = (name: string) => /^(?:1|true)$/.test(attributes[name] ?? '');
  if (!isSet('sheet')) return undefined;
  const names = Object.keys(PROTECTION_OPTIONS) as ProtectionOption[];
  const options = names.map((option) => {
    const name = ATTRIBUTES[option];
    return [
      option,
      ALLOWED_UNLESS_SAID.has(name) ? !isSet(name) : /^(?:0|false)$/.test(attributes[name] ?? ''),
    ];
  });
  const selectionMode = isSet('selectUnlockedCells')
    ? 'None'
    : isSet('selectLockedCells')
      ? 'Unlocked'
      : 'Normal';
  return {
    options: { ...PROTECTION_OPTIONS, ...Object.fromEntries(options), selectionMode },
    hasPassword: PASSWORDS.some((name) => attributes[name] !== undefined),
  };
}
