const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { dependencies } = require('./package.json');

const here = (...parts) => path.join(__dirname, ...parts);

const shared = (mode) => ({
  mode,
  context: __dirname,
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      { test: /\.ts$/, loader: 'ts-loader', options: { transpileOnly: true }, exclude: /node_modules/ },
    ],
  },
  // Only this machine reads it: faults name the functions as they are written, and need no map.
  optimization: { minimize: false },
  devtool: false,
  cache: { type: 'filesystem', buildDependencies: { config: [__filename] } },
  performance: { hints: false },
  stats: 'errors-warnings',
});

/** The page. The grid and its libraries stay unbundled (LGPL): the page loads them as own files. */
const page = (mode) => ({
  ...shared(mode),
  name: 'workbench-page',
  target: ['web', 'es2022'],
  entry: { workbench: './src/page/workbench.ts' },
  output: { path: here('dist/page'), filename: '[name].js', publicPath: '', clean: true },
  externals: { '@odoo/o-spreadsheet': 'o_spreadsheet', '@odoo/owl': 'owl' },
  plugins: [
    new CopyPlugin({
      patterns: [
        { from: 'src/page/index.html', to: 'index.html' },
        { from: 'src/page/*.css', to: '[name][ext]' },
      ],
    }),
  ],
});

/** The same host without a page: for tests and scripts, and for the command line. */
const headless = (mode) => ({
  ...shared(mode),
  name: 'workbench-headless',
  target: 'node20',
  entry: { headless: './src/headless/headless.ts', cells: './src/headless/cells.ts' },
  module: { ...shared(mode).module, parser: { javascript: { createRequire: false } } },
  // office.js is found as Node finds packages, from the bundle on.
  node: { __filename: false },
  output: { path: here('dist/headless'), filename: '[name].js', library: { type: 'commonjs2' }, clean: true },
  externals: Object.fromEntries(Object.keys(dependencies).map((name) => [name, `commonjs ${name}`])),
});

module.exports = (_env, { mode = 'production' }) => [page(mode), headless(mode)];
