import { Refusal } from '../../base/refusal';

export const explainNative = new Refusal('It tells in words how a figure comes about.');
