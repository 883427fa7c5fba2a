import { Refusal } from '../../base/refusal';
import type { NativeDeclaration } from '../framework/native/reading';

export const explainNative: NativeDeclaration = new Refusal('It tells in words how a figure comes about.');
