const { marked } = require('marked');

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.55 "Segoe UI", system-ui, sans-serif; }
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1.25rem; }
  h1, h2, h3 { line-height: 1.25; }
  code, pre { font-family: Consolas, ui-monospace, monospace; font-size: 0.92em; }
  pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid #8885; border-radius: 6px; }
  table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
  th, td { border-bottom: 1px solid #8885; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
  a { color: light-dark(#0e6b4f, #5fc7a2); }`;

/** Turns a page of docs/functions into the web page that Excel's "Help on this function" opens. */
function helpPage(markdown) {
  const title = /^#\s+(.+)$/m.exec(markdown)?.[1] ?? 'Meterbook';
  const body = marked.parse(markdown).replace(/href="([^":]+)\.md(#[^"]*)?"/g, 'href="$1.html$2"');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title.replace(/[`<&]/g, '')}</title><style>${STYLE}</style></head>
<body>
${body}</body>
</html>
`;
}

module.exports = { helpPage };
