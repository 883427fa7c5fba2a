const path = require('node:path');
const { EnvironmentPlugin } = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { helpPage } = require('./build/help-page.js');
const bundles = require('./build/bundle-list.js');
const { BundleRecordPlugin } = require('./build/bundle-record-plugin.js');
const { FunctionsMetadataPlugin } = require('./build/functions-metadata-plugin.js');
const workbench = require('./packages/workbench/webpack.config.js');

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const root = (...parts) => path.join(__dirname, ...parts);

const shared = (mode) => ({
  mode,
  context: __dirname,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: 'ts-loader', options: { transpileOnly: true }, exclude: /node_modules/ },
    ],
  },
  cache: {
    type: 'filesystem',
    // What a kept module was made by. The folder's slash makes webpack look at every file in it.
    buildDependencies: { config: [__filename, root('build/'), root('tsconfig.json')] },
  },
  performance: { hints: false },
  stats: 'errors-warnings',
});

/** For what others download. */
const minified = {
  minimizer: [
    new MinimizerPlugin({
      minify: MinimizerPlugin.swcMinify,
      // swc has threads of its own; processes of the plugin's would only have to start first.
      parallel: false,
      minimizerOptions: { ecma: 2022, compress: { passes: 3 } },
      extractComments: false,
    }),
  ],
};

/** The add-in: what Excel loads, and what a web server ships. */
const addin = (mode) => ({
  ...shared(mode),
  name: 'addin',
  target: ['web', 'es2022'],
  entry: {
    functions: './src/functions/functions.ts',
    // One shared runtime must hold one copy of every module, or pane and functions would disagree on state.
    taskpane: { import: './src/taskpane/taskpane.ts', dependOn: 'functions' },
  },
  // The default of development mode wraps modules in eval(), which the pane's content security policy forbids.
  devtool: mode === 'production' ? 'source-map' : 'cheap-module-source-map',
  optimization: minified,
  // An empty path lets functions.js run where there is no document to derive its own address from.
  output: {
    path: root('dist/addin'),
    filename: '[name].js',
    // A script that is fetched later must be of the same build: another build's has another name, and is not there.
    chunkFilename: '[name].[contenthash:8].js',
    chunkLoadTimeout: 30_000,
    publicPath: '',
    clean: true,
  },
  plugins: [
    new EnvironmentPlugin({ METERBOOK_NAMESPACE: 'METER' }),
    new FunctionsMetadataPlugin(),
    new BundleRecordPlugin('../addin-bundles.json', bundles),
    new HtmlPlugin({
      template: './src/taskpane/taskpane.html',
      filename: 'taskpane.html',
      chunks: ['functions', 'taskpane'],
      chunksSortMode: 'manual',
      scriptLoading: 'defer',
      officeJs: OFFICE_JS,
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.png', to: 'assets/[name][ext]' },
        { from: 'src/commands/shortcuts.json', to: '[name][ext]' },
        {
          from: 'docs/functions/*.md',
          to: 'help/[name].html',
          transform: (text) => helpPage(text.toString('utf8')),
        },
      ],
    }),
  ],
});

/** For npm run bench, bench:model and bench:pane: functions without Excel, a model in Node, the pane in a browser. */
const bench = (mode) => ({
  ...shared(mode),
  // Measured is what ships.
  optimization: minified,
  devtool: false,
  name: 'bench',
  target: 'node20',
  entry: {
    measured: './test/bench/measured.ts',
    model: './test/bench/model.ts',
    pane: './test/bench/pane.ts',
  },
  // Places of files and of packages are asked for where the bundle runs.
  module: { ...shared(mode).module, parser: { javascript: { createRequire: false } } },
  node: { __dirname: false, __filename: false },
  output: { path: root('dist/bench'), filename: '[name].js', library: { type: 'commonjs2' }, clean: true },
  externals: {
    '@odoo/o-spreadsheet': 'commonjs @odoo/o-spreadsheet',
    '@odoo/owl': 'commonjs @odoo/owl',
    'playwright-core': 'commonjs playwright-core',
    'axe-core': 'commonjs axe-core',
  },
});

module.exports = (env, argv) => {
  const mode = argv.mode ?? 'production';
  if (env.bench) return bench(mode);
  return [addin(mode), ...workbench(env, { mode })];
};
