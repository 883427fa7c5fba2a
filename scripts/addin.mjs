// What the workbench is told of this add-in: its files, and what its pages may load.
import path from 'node:path';
import { ROOT } from './ensure.mjs';

const CDN = 'https://appsforoffice.microsoft.com';

/**
 * Nothing here names who may frame the pane: Excel on the web and the workbench both must.
 * @param officeJs  'local' or 'cdn': where the pages load office.js from
 */
const policy = (officeJs) => {
  const ours = officeJs === 'cdn' ? `'self' ${CDN}` : "'self'";
  return [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    `script-src ${ours}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src ${ours}`,
  ].join('; ');
};

export const addin = (officeJs = 'local') => ({
  manifest: path.join(ROOT, 'manifest.xml'),
  folder: path.join(ROOT, 'dist/addin'),
  policy: policy(officeJs),
});
