/** Why a text cannot name a sheet: a sentence, or undefined where it can. */
export function sheetNameProblem(name: string): string | undefined {
  if (name === '') return 'A sheet name cannot be blank.';
  if (name.length > 31) return `The sheet name "${name}" has ${name.length} characters; Excel allows 31.`;
  const forbidden = /[\\/?*[\]:]/.exec(name);
  if (forbidden !== null)
    return `The sheet name "${name}" holds the character ${forbidden[0]}, which is not allowed.`;
  if (name.includes("'"))
    return `The sheet name "${name}" holds an apostrophe, which Excel allows inside a name but the workbench does not.`;
  return undefined;
}
