const path = require('node:path');

const SOURCE = path.join(__dirname, '..', 'src', 'functions', 'catalogue', 'metadata.ts');

const DEVELOPMENT_ORIGIN = 'https://localhost:3000';
/** Help links in functions.json are absolute; a build for another server names it in METERBOOK_ORIGIN. */
const origin = () => process.env.METERBOOK_ORIGIN ?? DEVELOPMENT_ORIGIN;

/**
 * Emits functions.json, the description of the custom functions that Excel reads, from the functions'
 * descriptors. The descriptors are TypeScript; jiti loads them without a build of their own.
 */
class FunctionsMetadataPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FunctionsMetadata', (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tapPromise(
        { name: 'FunctionsMetadata', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          const { createJiti } = require('jiti');
          const { functionsMetadata } = await createJiti(__filename, {
            fsCache: true,
            moduleCache: false,
          }).import(SOURCE);
          const text = `${JSON.stringify(functionsMetadata(), null, 2)}\n`.replaceAll(
            DEVELOPMENT_ORIGIN,
            origin(),
          );
          compilation.emitAsset('functions.json', new sources.RawSource(text));
        },
      );
    });
  }
}

module.exports = { FunctionsMetadataPlugin };
