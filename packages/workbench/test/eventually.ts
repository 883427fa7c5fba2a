/** Longer than anything takes on a machine that is busy with something else as well. */
const PATIENCE = 60_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until the answer equals what is expected: what the host tells comes after what was done, nobody knows how long. */
export async function becomes(ask: () => unknown, expected: unknown): Promise<void> {
  for (const end = Date.now() + PATIENCE; ;) {
    try {
      expect(await ask()).toEqual(expected);
      return;
    } catch (problem) {
      if (Date.now() > end) throw problem;
    }
    await pause(5);
  }
}

/** Waits until a list holds what is expected of it; whatever comes a moment later as well is one too many. */
export async function holdsOnly(list: readonly unknown[], expected: readonly unknown[]): Promise<void> {
  await becomes(() => list, expected);
  await pause(30);
  expect(list).toEqual(expected);
}

/** What work takes of this process's own time, in milliseconds: a clock counts what else the machine does, too. */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
