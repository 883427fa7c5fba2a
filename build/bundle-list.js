/**
 * What is read together, and how large it may be: measured + 5 %, so that an honest change does not have to pay for its bytes
 * first, and never more than the ceiling (docs/decisions/0002-first-read-budget.md). Whoever needs more raises `measured` in
 * the commit that needs it, and says in `why` what for. `npm run sizes` prints how large the bundles are now.
 *
 * chunks    names of entries and of import()s (webpackChunkName); what they share with others counts, too
 * beside    what has been read by then
 * measured  bytes after gzip
 * without   modules that may not be part of it, by what they are
 */
const KB = 1024;

const TEXTS = {
  'texts of functions': /^src\/functions\/.*\/(shared-)?texts\./,
  'texts of terms': /^src\/terms\/catalogue\/texts\//,
  documentation: /\/(documentation|docs-page)\.ts$/,
};
const TEMPLATES = { templates: /^src\/terms\/templates\//, 'an example': /\/example-terms\.ts$/ };
const LIBRARIES_OF_THE_PANE = {
  'React and Fluent': /^node_modules\/(react|react-dom|scheduler|@fluentui|@griffel)\//,
};
const OFFICE = { 'what talks to Excel': /^src\/(workbook|commands|taskpane)\// };
const OTHER_READINGS = {
  'formulas of plain Excel': /^src\/(calc|functions)\/(.*\/)?native/,
  'the fast reading': /^src\/calc\/fast\//,
};
const PRICES = { 'prices as data': /(^|\/)prices\// };

/** What the project is built and tested with. */
const TOOLS = {
  'a tool': /^(packages|test|build|scripts)\/|^node_modules\/(@odoo|@microsoft|fast-check|playwright-core)\//,
};

module.exports = [
  {
    name: 'functions.js',
    says: 'before the first cell is computed',
    chunks: ['functions'],
    measured: 67_103,
    ceiling: 90 * KB,
    why: 'Without the body of EXPLAIN and CHECK, with the whole of decimal.js, and with the names of the scripts that are fetched later.',
    without: {
      ...TEXTS,
      ...TEMPLATES,
      ...LIBRARIES_OF_THE_PANE,
      ...OFFICE,
      ...OTHER_READINGS,
      ...PRICES,
      ...TOOLS,
      'the explaining reading': /^src\/calc\/explain\//,
      checks: /^src\/contract\/(checks\/|illustrative-share)/,
      'questions about the model': /^src\/analysis\//,
    },
  },
  {
    name: 'EXPLAIN',
    says: 'when EXPLAIN is first called',
    chunks: ['explain'],
    beside: ['functions'],
    measured: 2_488,
    ceiling: 16 * KB,
    why: 'First measured.',
    without: {
      ...TEXTS,
      ...TEMPLATES,
      ...LIBRARIES_OF_THE_PANE,
      ...OFFICE,
      ...OTHER_READINGS,
      ...PRICES,
      ...TOOLS,
    },
  },
  {
    name: 'CHECK',
    says: 'when CHECK is first called',
    chunks: ['check'],
    beside: ['functions'],
    measured: 4_957,
    ceiling: 16 * KB,
    why: 'First measured.',
    without: {
      ...TEXTS,
      ...TEMPLATES,
      ...LIBRARIES_OF_THE_PANE,
      ...OFFICE,
      ...OTHER_READINGS,
      ...PRICES,
      ...TOOLS,
    },
  },
  {
    name: 'first view',
    says: 'before the pane shows',
    chunks: ['taskpane', 'pane'],
    beside: ['functions'],
    measured: 164_475,
    ceiling: 250 * KB,
    why: 'First measured.',
    without: {
      ...TEXTS,
      ...TEMPLATES,
      ...OTHER_READINGS,
      ...PRICES,
      ...TOOLS,
      'another view': /^src\/taskpane\/(model|scenarios|levers|compare|insert|why|share)\//,
      'a chart': /^src\/taskpane\/parts\/charts\//,
      'what writes the sheets of a model': /^src\/workbook\/(model-sheets|comparison-sheet)\//,
    },
  },
  {
    name: 'whole pane',
    says: 'once everything has been used',
    chunks: 'all',
    beside: ['functions'],
    measured: 460_049,
    ceiling: 600 * KB,
    why: 'First measured.',
    without: TOOLS,
  },
];
