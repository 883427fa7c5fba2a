import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

const SPIN_MILLISECONDS = 300;
/** What a machine that does nothing else is measured as, at the least: threads take a moment to start. */
const NEARLY_ALL = 0.9;

const SPIN = `const end = Date.now() + ${SPIN_MILLISECONDS}; while (Date.now() < end);`;

const spin = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    new Worker(SPIN, { eval: true }).once('exit', resolve).once('error', reject);
  });

/**
 * How much of the machine's processors this program gets when it asks for all of them: 1 where nothing else runs. A time
 * limit is for such a machine; what else runs takes its share of every second.
 */
export async function shareOfMachine(): Promise<number> {
  const processors = availableParallelism();
  const before = process.cpuUsage();
  const begun = performance.now();
  await Promise.all(Array.from({ length: processors }, spin));
  const { user, system } = process.cpuUsage(before);
  const share = (user + system) / 1000 / ((performance.now() - begun) * processors);
  return share > NEARLY_ALL ? 1 : share;
}
