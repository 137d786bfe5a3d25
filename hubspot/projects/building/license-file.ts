import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string().default('not stated') });

/**
 * The licences of the packages that are inside of bundles, as one text: most of them must go along with the code.
 *
 * @param folders of the packages, below the root of the repository
 */
export function licenseFile(root: string, folders: readonly string[]): string {
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = packageSchema.parse(
      JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')),
    );
    const file = readdirSync(path.join(root, folder))
      .sort()
      .find((each) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each));
    const text = file === undefined ? '' : `\n\n${readFileSync(path.join(root, folder, file), 'utf8').trim()}`;
    return `${name} ${version}: ${license}${text.replaceAll('\r\n', '\n')}\n`;
  });
  return ['The code of this project holds parts of the following packages.\n', ...texts].join(`\n${'-'.repeat(80)}\n`);
}

/** The folder of the package that a file belongs to; null for one of ours. packageFolder('node_modules/zod/v4/a.js') → 'node_modules/zod' */
export function packageFolder(file: string): string | null {
  const parts = file.split('/');
  const start = parts.lastIndexOf('node_modules') + 1;
  return start === 0 ? null : parts.slice(0, start + (parts[start]!.startsWith('@') ? 2 : 1)).join('/');
}
