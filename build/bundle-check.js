const ROOM = 1.05;

const limitOf = ({ measured, ceiling }) => Math.min(Math.floor(measured * ROOM), ceiling);

const bytes = (number) => `${number.toLocaleString('en-US')} bytes`;

/** Whether an entry of the list can be held at all. */
function entryProblems({ name, measured, ceiling }) {
  if (measured <= ceiling) return [];
  return [`${name}: the list says ${bytes(measured)}, above its ceiling of ${bytes(ceiling)}.`];
}

function sizeProblems(bundle, size) {
  const limit = limitOf(bundle);
  if (size <= limit) return [];
  const remedy =
    size > bundle.ceiling
      ? `No bundle of that name may be larger than ${bytes(bundle.ceiling)}: fetch by import() what it does not need at once.`
      : 'Fetch by import() what it does not need at once; or write the new size and its reason into build/bundle-list.js, in the commit that needs it.';
  return [`${bundle.name}: ${bytes(size)} after gzip, above its limit of ${bytes(limit)}. ${remedy}`];
}

function moduleProblems({ name, without }, modules) {
  return Object.entries(without).flatMap(([what, pattern]) =>
    modules
      .filter((module) => pattern.test(module))
      .map((module) => `${name}: ${module} may not be part of it (${what}). Fetch it by import().`),
  );
}

/**
 * What is wrong with the bundles as they were built, a sentence for each.
 *
 * @param list    build/bundle-list.js
 * @param record  what BundleRecordPlugin wrote
 * @param sizes   by the name of the bundle, in bytes after gzip
 */
const bundleProblems = (list, record, sizes) =>
  list.flatMap((bundle) => [
    ...entryProblems(bundle),
    ...sizeProblems(bundle, sizes[bundle.name]),
    ...moduleProblems(bundle, record.bundles[bundle.name].modules),
  ]);

module.exports = { bundleProblems, limitOf };
