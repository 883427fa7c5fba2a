import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';

interface Bundle {
  readonly name: string;
  readonly chunks: readonly string[] | 'all';
  readonly beside?: readonly string[];
  readonly measured: number;
  readonly ceiling: number;
  readonly why?: string;
  readonly without: Readonly<Record<string, RegExp>>;
}

interface BuildRecord {
  readonly mode: string;
  readonly bundles: Readonly<
    Record<string, { readonly files: readonly string[]; readonly modules: readonly string[] }>
  >;
}

const list = jest.requireActual<readonly Bundle[]>('../../build/bundle-list.js');
const { bundleProblems, limitOf } = jest.requireActual<{
  bundleProblems(
    bundles: readonly Bundle[],
    record: BuildRecord,
    sizes: Readonly<Record<string, number>>,
  ): string[];
  limitOf(bundle: Bundle): number;
}>('../../build/bundle-check.js');
const { BundleRecordPlugin } = jest.requireActual<{
  BundleRecordPlugin: new (file: string, bundles: readonly Bundle[]) => webpack.WebpackPluginInstance;
}>('../../build/bundle-record-plugin.js');

const KB = 1024;

describe('the list', () => {
  test('what is read before the first cell stays below 90 KB, the first view of the pane below 250 KB more', () => {
    const ceilings = new Map(list.map(({ name, ceiling }) => [name, ceiling]));
    expect(ceilings.get('functions.js')).toBeLessThanOrEqual(90 * KB);
    expect(ceilings.get('first view')).toBeLessThanOrEqual(250 * KB);
  });

  test.each(list)('$name: within its ceiling, with a reason for its size', (bundle) => {
    expect(bundle.measured).toBeGreaterThan(0);
    expect(limitOf(bundle)).toBeLessThanOrEqual(bundle.ceiling);
    expect(bundle.why).toMatch(/\.$/);
  });

  test.each([
    ['functions.js', 'src/functions/total/texts.ts'],
    ['functions.js', 'src/functions/framework/shared-texts.ts'],
    ['functions.js', 'src/functions/catalogue/texts.generated.ts'],
    ['functions.js', 'src/functions/catalogue/documentation.ts'],
    ['functions.js', 'src/terms/catalogue/texts/commitment.ts'],
    ['functions.js', 'src/terms/templates/transition.ts'],
    ['functions.js', 'src/calc/explain/explain.ts'],
    ['functions.js', 'src/calc/native/native.ts'],
    ['functions.js', 'src/functions/total/native.ts'],
    ['functions.js', 'src/functions/framework/native/tiers.ts'],
    ['functions.js', 'src/calc/fast/fast.ts'],
    ['functions.js', 'src/contract/checks/checks.ts'],
    ['functions.js', 'src/workbook/outcome.ts'],
    ['functions.js', 'node_modules/react-dom/client.js'],
    ['functions.js', 'src/terms/prices/providers.json'],
    ['first view', 'src/taskpane/model/model-view.tsx'],
    ['first view', 'src/taskpane/parts/charts/cost-chart.tsx'],
    ['whole pane', 'node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.cjs.js'],
  ])('%s may not hold %s', (name, module) => {
    const bundle = list.find((each) => each.name === name);
    if (!bundle) throw new Error(`The list has no ${name}.`);
    const record = { mode: 'production', bundles: { [name]: { files: [], modules: [module] } } };
    expect(bundleProblems([bundle], record, { [name]: bundle.measured })).toEqual([
      expect.stringContaining(`${name}: ${module} may not be part of it`),
    ]);
  });
});

describe('a size', () => {
  const bundle: Bundle = { name: 'b', chunks: ['b'], measured: 1000, ceiling: 2000, without: {} };
  const problemsAt = (size: number, given = bundle) =>
    bundleProblems([given], { mode: 'production', bundles: { b: { files: [], modules: [] } } }, { b: size });

  test('may grow by a twentieth, and no more', () => {
    expect(problemsAt(1050)).toEqual([]);
    expect(problemsAt(1051)).toEqual([
      expect.stringMatching(
        /^b: 1,051 bytes after gzip, above its limit of 1,050 bytes\. Fetch .*in the commit that needs it\.$/,
      ),
    ]);
  });

  test('never passes its ceiling, and the list cannot say otherwise', () => {
    expect(problemsAt(2001, { ...bundle, measured: 1990 })).toEqual([
      expect.stringContaining('No bundle of that name may be larger than 2,000 bytes'),
    ]);
    expect(problemsAt(1000, { ...bundle, measured: 2001 })).toEqual([
      'b: the list says 2,001 bytes, above its ceiling of 2,000 bytes.',
    ]);
  });
});

describe('what a bundle consists of, as webpack tells it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundles-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A small add-in: functions that fetch a body, and a pane beside them. */
  const SOURCES = {
    'functions.js': `import { rate } from './rate.js';\nglobalThis.call = () => import(/* webpackChunkName: "body" */ './body.js').then((m) => m.body(rate));`,
    'rate.js': 'export const rate = Math.random();',
    'body.js': `import { step } from './step.js';\nexport const body = (rate) => step(rate);`,
    'step.js': 'export const step = (rate) => rate + Math.random();',
    'pane.js': `import { rate } from './rate.js';\nimport { text } from './texts.js';\nglobalThis.show = text + rate;`,
    'texts.js': `export const text = 'words'.repeat(Math.random());`,
  };

  const bundles: Bundle[] = [
    { name: 'functions', chunks: ['functions'], measured: 1, ceiling: 1, without: { texts: /texts/ } },
    { name: 'body', chunks: ['body'], beside: ['functions'], measured: 1, ceiling: 1, without: {} },
    { name: 'pane', chunks: ['pane'], beside: ['functions'], measured: 1, ceiling: 1, without: {} },
    {
      name: 'rest',
      chunks: 'all',
      beside: ['functions'],
      measured: 1,
      ceiling: 1,
      without: { texts: /texts/ },
    },
  ];

  async function build(sources: Readonly<Record<string, string>>): Promise<BuildRecord> {
    mkdirSync(path.join(folder, 'src'), { recursive: true });
    for (const [file, text] of Object.entries(sources)) writeFileSync(path.join(folder, 'src', file), text);
    const compiler = webpack({
      mode: 'production',
      context: folder,
      target: ['web', 'es2022'],
      entry: { functions: './src/functions.js', pane: { import: './src/pane.js', dependOn: 'functions' } },
      output: { path: path.join(folder, 'dist'), filename: '[name].js', chunkFilename: '[name].js' },
      optimization: { minimize: false },
      plugins: [new BundleRecordPlugin('record.json', bundles)],
    });
    await new Promise<void>((resolve, reject) => {
      compiler.run((fault, stats) => {
        compiler.close(() => {
          if (fault || stats?.hasErrors()) reject(fault ?? new Error(stats?.toString()));
          else resolve();
        });
      });
    });
    return JSON.parse(readFileSync(path.join(folder, 'dist/record.json'), 'utf8')) as BuildRecord;
  }

  test('modules that are joined into one scope, and what is fetched later, each in its place', async () => {
    expect(await build(SOURCES)).toEqual({
      mode: 'production',
      bundles: {
        functions: { files: ['functions.js'], modules: ['src/functions.js', 'src/rate.js'] },
        body: { files: ['body.js'], modules: ['src/body.js', 'src/step.js'] },
        pane: { files: ['pane.js'], modules: ['src/pane.js', 'src/texts.js'] },
        rest: {
          files: ['body.js', 'pane.js'],
          modules: ['src/body.js', 'src/pane.js', 'src/step.js', 'src/texts.js'],
        },
      },
    });
  });

  test('a module that must not be in the functions is named where it got there by another', async () => {
    const record = await build({
      ...SOURCES,
      'rate.js': `import { text } from './texts.js';\nexport const rate = text.length;`,
    });
    const sizes = { functions: 1, body: 1, pane: 1, rest: 1 };
    expect(bundleProblems(bundles, record, sizes)).toEqual([
      'functions: src/texts.js may not be part of it (texts). Fetch it by import().',
    ]);
  });

  test('a name of the list that the build does not know is a mistake in the list', async () => {
    bundles.push({ name: 'gone', chunks: ['gone'], measured: 1, ceiling: 1, without: {} });
    await expect(build(SOURCES)).rejects.toThrow(/There is no entry and no webpackChunkName "gone"/);
    bundles.pop();
  });
});
