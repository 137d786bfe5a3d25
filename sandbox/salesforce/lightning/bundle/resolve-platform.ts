import { existsSync } from 'node:fs';
import path from 'node:path';
import { baseModules, hostModules, scopedModules } from './base-modules.ts';
import type { Plugin } from './rollup-packages.ts';

type Written = (name: string, labels: Readonly<Record<string, string>>) => string;

/** Modules that the platform writes for each name that a component imports. */
const written: Readonly<Record<string, Written>> = {
  '@salesforce/apex/': (name) => {
    const parts = name.split('.');
    if (parts.length !== 2) throw new Error(`@salesforce/apex/${name} is not Class.method.`);
    return `import { makeApexMethod } from '@signalbox/apex';\nexport default makeApexMethod(${parts.map(quote).join()});`;
  },
  '@salesforce/schema/': (name) => {
    const [objectApiName, ...fields] = name.split('.');
    const reference = fields.length === 0 ? { objectApiName } : { fieldApiName: fields.join('.'), objectApiName };
    return `export default ${JSON.stringify(reference)};`;
  },
  '@salesforce/label/c.': (name, labels) => {
    const label = labels[name];
    if (label === undefined) throw new Error(`There is no custom label "${name}" in a labels-meta.xml file.`);
    return `export default ${quote(label)};`;
  },
  '@salesforce/user/': (name) => {
    const values: Record<string, string> = { Id: 'user.id', isGuest: 'user.isGuest' };
    if (values[name] === undefined) throw new Error(`Unsupported: @salesforce/user/${name}.`);
    return `export default globalThis.lightningHost.${values[name]};`;
  },
  // The platform answers true or undefined, never false.
  '@salesforce/customPermission/': (name) =>
    `export default globalThis.lightningHost.user.customPermissions.includes(${quote(name)}) || undefined;`,
  '@salesforce/userPermission/': (name) =>
    `export default globalThis.lightningHost.user.userPermissions.includes(${quote(name)}) || undefined;`,
};

/**
 * Resolves what a component imports that is not of the project. A name that nothing here answers for is an error that
 * says so: a component must not seem to work on a module which does nothing.
 */
export function resolvePlatform(modules: string, labels: Readonly<Record<string, string>>): Plugin {
  const external = new Set([
    'lwc',
    '@salesforce/apex',
    '@signalbox/apex',
    ...[...baseModules(), ...hostModules].map((name) => `lightning/${name}`),
    ...scopedModules().keys(),
  ]);
  return {
    name: 'signalbox-platform',
    resolveId: (id, importer) => {
      if (external.has(id)) return { id, external: true };
      if (Object.keys(written).some((start) => id.startsWith(start))) return `\0${id}`;
      if (id.startsWith('.') || path.isAbsolute(id) || importer === undefined) return null;
      if (id.startsWith('c/') && existsSync(path.join(modules, id))) return null;
      // The compiler's own helpers come with it.
      if (id.startsWith('@lwc/') || importer.includes('node_modules')) return null;
      throw new Error(`Unsupported: nothing here answers for the module "${id}", which ${nameOf(importer)} needs.`);
    },
    load: (id) => {
      if (!id.startsWith('\0@salesforce/')) return null;
      const name = id.slice(1);
      const start = Object.keys(written).find((each) => name.startsWith(each));
      return start === undefined ? null : (written[start]?.(name.slice(start.length), labels) ?? null);
    },
  };
}

function nameOf(importer: string): string {
  return path.join(path.basename(path.dirname(importer)), path.basename(importer));
}

function quote(text: string): string {
  return JSON.stringify(text);
}
