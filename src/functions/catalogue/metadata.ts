import { documentation, type DocumentedFunction } from './documentation';

/** Where the docs pages are served; a production build replaces the origin. */
export const HELP_BASE = 'https://localhost:3000/help/';

export interface FunctionsMetadata {
  readonly allowCustomDataForDataTypeAny: true;
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: 'any';
    readonly dimensionality?: 'matrix';
    readonly optional?: true;
  }[];
  readonly result: { readonly type: 'any' | 'number' | 'string'; readonly dimensionality?: 'matrix' };
}

/**
 * The content of functions.json, which tells Excel what there is. Every parameter is of type any, and errors are let
 * through: otherwise Excel would turn texts and blanks into numbers, and errors into errors without a sentence,
 * before the boundary sees them.
 */
export function functionsMetadata(): FunctionsMetadata {
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: documentation.map(metadataOf),
  };
}

function metadataOf(documented: DocumentedFunction): FunctionMetadata {
  const { id, summary, parameters, result } = documented;
  return {
    id,
    name: id,
    description: summary,
    helpUrl: `${HELP_BASE}${id}.html`,
    parameters: parameters.map(({ name, text, matrix, optional }) => ({
      name,
      description: text,
      type: 'any',
      ...(matrix ? { dimensionality: 'matrix' as const } : {}),
      ...(optional ? { optional: true as const } : {}),
    })),
    result: result.matrix
      ? { type: 'any', dimensionality: 'matrix' }
      : { type: result.isText ? 'string' : 'number' },
  };
}
