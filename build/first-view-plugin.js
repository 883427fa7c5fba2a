/**
 * Writes down which files the functions and the pane's first view are made of, for the check of their size
 * (scripts/bundle-size.mjs): what a chunk pulls in with it is known to the bundler alone.
 */
class FirstViewPlugin {
  /** @param file  where to write it, relative to the output folder */
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FirstView', (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      const scripts = (group) => group.getFiles().filter((file) => file.endsWith('.js'));
      compilation.hooks.processAssets.tap(
        { name: 'FirstView', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const functions = scripts(compilation.entrypoints.get('functions'));
          const groups = [compilation.entrypoints.get('taskpane'), compilation.namedChunkGroups.get('pane')];
          const firstView = [...new Set(groups.flatMap(scripts))].filter((file) => !functions.includes(file));
          const { mode } = compiler.options;
          const text = `${JSON.stringify({ mode, functions, firstView }, null, 2)}\n`;
          compilation.emitAsset(this.file, new sources.RawSource(text));
        },
      );
    });
  }
}

module.exports = { FirstViewPlugin };
