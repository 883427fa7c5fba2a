import { catalogue } from './catalogue';
import type { FunctionDescriptor } from './descriptor';

/** A function with all that is said about it: summary, question, texts of its arguments, rule, edges, examples. */
export type DocumentedFunction = FunctionDescriptor;

/**
 * Every function with its texts, in the order of the catalogue. The functions answer without them, so the bundle that
 * computes leaves them out: the pane fetches this module when it shows them (`await import('../functions/documentation')`).
 */
export const documentation: readonly DocumentedFunction[] = catalogue;
