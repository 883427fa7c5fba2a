// Before the browser tests: a current build, and one browser for all of them.
import { findBrowser } from '../../scripts/browser.mjs';
import { ensure } from '../../scripts/ensure.mjs';

export default async function setup() {
  await ensure({ quiet: true });
  process.env.BROWSER_PATH = await findBrowser();
}
