// npm run circles: no two files import each other, on whatever way.
import { ROOT, fail } from './ensure.mjs';
import { refusedCircles } from './import-circles.js';

const refused = refusedCircles(ROOT);
if (refused.length > 0) {
  fail(
    `${refused.join('\n')}\nLet one of the files on the way take what it needs as an argument, or move what both need into a file of its own (scripts/import-circles.js).`,
  );
}
