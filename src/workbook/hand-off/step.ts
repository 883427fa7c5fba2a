import type { Progress } from '../model-sheets/plan/outcome';

export interface StepOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between two requests; once true, what the step has written is taken back. */
  readonly isCancelled?: () => boolean;
}

/** A step that is a part of a larger one, which shows how far it is as a whole. @param from and to: shares of the whole */
export const portion = ({ onProgress, isCancelled }: StepOptions, from: number, to: number): StepOptions => ({
  ...(onProgress && {
    onProgress: ({ text, done }) => onProgress({ text, done: from + done * (to - from) }),
  }),
  ...(isCancelled && { isCancelled }),
});

/** Thrown where a step is broken off; whoever has written something takes it back. */
export class Cancelled extends Error {}

/** Goes on to the next request, unless the person has broken the step off. */
export function goOn({ onProgress, isCancelled }: StepOptions, text: string, done: number): void {
  if (isCancelled?.()) throw new Cancelled(text);
  onProgress?.({ text, done });
}
