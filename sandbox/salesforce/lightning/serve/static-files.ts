import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Bundle } from '../bundle/bundle-components.ts';
import { packageFolder } from '../install-packages.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * A file of the bundle, the page's own code or the design system; null when there is none.
 *
 * Example: `readStaticFile('/base/lightning/card', bundle)` is the module of the base component.
 */
export function readStaticFile(pathname: string, bundle: Bundle): { type: string; content: Buffer } | null {
  const [, area = '', ...rest] = pathname.split('/');
  const folder = folderOf(area, bundle);
  if (folder === null) return null;
  const wanted = path.join(folder, ...rest.map(decodeURIComponent));
  // An import has no ending; names of several parts, as i18n has them, look as if they had one.
  const file = [wanted, `${wanted}.js`].find((each) => existsSync(each) && statSync(each).isFile());
  if (file === undefined || !file.startsWith(folder + path.sep)) return null;
  const type = types[path.extname(file)];
  return type === undefined ? null : { type, content: readFileSync(file) };
}

function folderOf(area: string, bundle: Bundle): string | null {
  const designSystem = path.join(packageFolder('@salesforce-ux/design-system'), 'assets');
  const folders: Readonly<Record<string, string>> = {
    base: bundle.baseFolder,
    components: bundle.componentsFolder,
    platform: path.join(import.meta.dirname, '..', 'platform'),
    slds: designSystem,
    // Where base components look for icons that are not compiled into them.
    _slds: designSystem,
    assets: designSystem,
  };
  return Object.hasOwn(folders, area) ? (folders[area] ?? null) : null;
}
