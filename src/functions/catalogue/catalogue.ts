import type { FunctionDescriptor } from '../framework/descriptor';
import { functions } from './functions.generated';

export type FunctionOfCatalogue = (typeof functions)[number];

/** Every function of the add-in, in the order of the docs. New ones stand at the end; none is ever removed. */
export const catalogue: readonly FunctionDescriptor[] = functions;
