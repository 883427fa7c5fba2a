const path = require('node:path');

/**
 * Writes down which files and which modules each bundle of a list consists of, for the check of their sizes
 * (build/bundle-check.js): what a chunk pulls in with it is known to the bundler alone.
 */
class BundleRecordPlugin {
  /**
   * @param file     where to write it, relative to the output folder
   * @param bundles  as in build/bundle-list.js
   */
  constructor(file, bundles) {
    this.file = file;
    this.bundles = bundles;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('BundleRecord', (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tap(
        { name: 'BundleRecord', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const record = {
            mode: compiler.options.mode,
            bundles: Object.fromEntries(
              this.bundles.map((bundle) => [bundle.name, recordOf(bundle, compilation, compiler.context)]),
            ),
          };
          const text = `${JSON.stringify(record, null, 2)}\n`;
          compilation.emitAsset(this.file, new sources.RawSource(text));
        },
      );
    });
  }
}

function recordOf({ chunks: wanted, beside = [] }, compilation, root) {
  const read = new Set(chunksOf(beside, compilation));
  const chunks = chunksOf(wanted, compilation).filter((chunk) => !read.has(chunk));
  const modules = chunks.flatMap((chunk) => [...compilation.chunkGraph.getChunkModules(chunk)]);
  return {
    files: sorted(chunks.flatMap((chunk) => [...chunk.files]).filter((file) => file.endsWith('.js'))),
    modules: sorted(modules.flatMap((module) => sourcesOf(module, root))),
  };
}

/** @param names  of entries and of import()s, or 'all' */
function chunksOf(names, { chunks, entrypoints, namedChunkGroups }) {
  if (names === 'all') return [...chunks];
  const groups = names.map((name) => {
    const group = entrypoints.get(name) ?? namedChunkGroups.get(name);
    if (group) return group;
    throw new Error(`There is no entry and no webpackChunkName "${name}": correct build/bundle-list.js.`);
  });
  return [...new Set(groups.flatMap((group) => group.chunks))];
}

/** The files of a module; several where webpack has joined them into one scope. */
function sourcesOf(module, root) {
  if (module.modules) return [...module.modules].flatMap((inner) => sourcesOf(inner, root));
  return module.resource ? [path.relative(root, module.resource).split(path.sep).join('/')] : [];
}

const sorted = (names) => [...new Set(names)].sort();

module.exports = { BundleRecordPlugin };
