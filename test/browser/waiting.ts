/**
 * Longer than anything takes, on a machine that is busy with something else as well. Nothing waits as long as this unless
 * what it waits for never comes; a test may take longer still (time-limit.ts), so that it fails by what it waited for.
 */
export const PATIENCE = 240_000;

const ASK_AGAIN_MILLISECONDS = 50;

/**
 * Asks until the answer passes: what a page shows comes a while after what was done to it, and nobody knows how long.
 * @param passes throws where the answer is not the one that is waited for; what it throws last fails the test
 * @returns the answer that passed
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  passes: (answer: T) => void,
  patience = PATIENCE,
): Promise<T> {
  for (const end = Date.now() + patience; ;) {
    try {
      const answer = await ask();
      passes(answer);
      return answer;
    } catch (problem) {
      if (Date.now() > end) throw problem;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLISECONDS));
  }
}

/** Waits until the answer equals what is expected. */
export async function becomes(ask: () => Promise<unknown>, expected: unknown): Promise<void> {
  await eventually(ask, (answer) => expect(answer).toEqual(expected));
}
