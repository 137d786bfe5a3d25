import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packagesRoot } from './rollup-packages.ts';

export const basePackage = path.join(packagesRoot, 'node_modules', 'lightning-base-components');

/** Modules that answer for the org or the page around the component; `platform` has them. */
export const hostModules = ['navigation', 'uiRecordApi', 'platformShowToastEvent'];

// These need modules of the mobile app that Salesforce did not publish.
const unfinished = ['barcodeScanner', 'primitiveFigure', 'carouselImage', 'carousel'];

/** The base components that there are. Example: `baseModules()` has `'card'` and `'datatable'`. */
export function baseModules(): string[] {
  const source = path.join(basePackage, 'src', 'lightning');
  return readdirSync(source)
    .filter((name) => existsSync(path.join(source, name, `${name}.js`)))
    .filter((name) => !hostModules.includes(name) && !unfinished.includes(name))
    .toSorted();
}

/** What the base package says about the language of the org, as files by name, such as `'@salesforce/i18n/currency'`. */
export function scopedModules(): Map<string, string> {
  const { lwc } = JSON.parse(readFileSync(path.join(basePackage, 'package.json'), 'utf8')) as {
    lwc: { modules: { name?: string; path?: string }[] };
  };
  return new Map(
    lwc.modules
      .filter(({ name = '' }) => name.startsWith('@salesforce/i18n/') || name.startsWith('@salesforce/client/'))
      .map((module) => [module.name ?? '', path.join(basePackage, module.path ?? '')]),
  );
}

/** Those which depend on who looks; the host gives them. */
export const userModules: Readonly<Record<string, string>> = {
  '@salesforce/i18n/timeZone': 'timeZone',
  '@salesforce/i18n/locale': 'locale',
  '@salesforce/i18n/lang': 'language',
};
