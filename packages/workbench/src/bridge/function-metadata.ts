/** functions.json, the file in which an add-in describes its custom functions to Excel. */

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
}

/** A function as the bridge uses it. */
export interface FunctionDefinition extends FunctionMetadata {
  /** As written in a formula, e.g. CONTOSO.ADD. */
  readonly fullName: string;
  readonly allowsErrors: boolean;
}

/** The functions of an add-in under their names in formulas, by upper-case full name. */
export function definitionsOf(
  metadata: FunctionsMetadata,
  namespace: string,
): ReadonlyMap<string, FunctionDefinition> {
  if (!Array.isArray(metadata.functions)) throw new Error('functions.json has no list "functions".');
  const definitions = metadata.functions.map((each: FunctionMetadata) => {
    if (each.options?.volatile === true) {
      throw new Error(
        `${each.name} is volatile; the workbench does not recalculate volatile custom functions.`,
      );
    }
    const fullName = `${namespace}.${each.name}`.toUpperCase();
    const allowsErrors = each.allowErrorForDataTypeAny ?? metadata.allowErrorForDataTypeAny ?? false;
    return [fullName, { ...each, fullName, allowsErrors }] as const;
  });
  return new Map(definitions);
}
