/**
 * Prints the three lists of all functions from the folders that hold them, so that nobody has to name a new function in
 * each. They are three because Excel reads the functions before a cell computes, and their texts and native forms only
 * when somebody asks for them.
 */
export interface RegistryFile {
  readonly name: string;
  readonly source: string;
}

const GENERATED = '// Written by `npm run generate` from the folders of the functions; edits here are lost.';

/** The id of the function in a folder: tiered-cost holds TIERED_COST. */
export const idOfFolder = (folder: string): string => folder.toUpperCase().replaceAll('-', '_');

export const folderOfId = (id: string): string => id.toLowerCase().replaceAll('_', '-');

/** What the function.ts of a folder exports: tieredCost. */
export const exportOfFolder = (folder: string): string =>
  folder.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Folders in the order of the docs and of functions.json: as they were released, and new ones behind them by name.
 *
 * @param released ids, the oldest first
 */
export function inOrder(folders: readonly string[], released: readonly string[]): string[] {
  const place = (folder: string): number => {
    const found = released.indexOf(idOfFolder(folder));
    return found < 0 ? released.length : found;
  };
  return [...folders].sort((left, right) => place(left) - place(right) || (left < right ? -1 : 1));
}

/** @param folders in the order in which the functions are to stand */
export function registryFiles(folders: readonly string[]): RegistryFile[] {
  const imports = (file: string, suffix: string): string =>
    [...folders]
      .sort()
      .map((folder) => `import { ${exportOfFolder(folder)}${suffix} } from '../${folder}/${file}';`)
      .join('\n');
  const byId = (suffix: string): string =>
    folders.map((folder) => `  ${idOfFolder(folder)}: ${exportOfFolder(folder)}${suffix},`).join('\n');
  return [
    {
      name: 'functions.generated.ts',
      source: `${GENERATED}
${imports('function', '')}

export const functions = [
${folders.map((folder) => `  ${exportOfFolder(folder)},`).join('\n')}
] as const;
`,
    },
    {
      name: 'texts.generated.ts',
      source: `${GENERATED}
import type { TextsOf } from '../framework/texts';
import type { FunctionOfCatalogue } from './catalogue';
${imports('texts', 'Texts')}

/** By id; the compiler requires those of every function, argument, column and option, and allows no other. */
export const textsById: { readonly [F in FunctionOfCatalogue as F['id']]: TextsOf<F> } = {
${byId('Texts')}
};
`,
    },
    {
      name: 'native.generated.ts',
      source: `${GENERATED}
import type { NativeOf } from '../framework/native/reading';
import type { FunctionOfCatalogue } from './catalogue';
${imports('native', 'Native')}

/** By id; the compiler requires a declaration of every function. */
export const nativeById: { readonly [F in FunctionOfCatalogue as F['id']]: NativeOf<F> } = {
${byId('Native')}
};
`,
    },
  ];
}
