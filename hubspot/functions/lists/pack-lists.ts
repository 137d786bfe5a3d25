import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { readLookupLists } from '../../../core/src/author/run/look-up-lists.ts';

/**
 * Packs the lists of mail domains of core into a file that functions carry with them: 140 kB in place of 310.
 * `node hubspot/functions/lists/pack-lists.ts` after the lists have changed; a test notices when it was forgotten.
 */
export function packLists(): { readonly freeMail: string; readonly disposable: string } {
  const lists = readLookupLists([], []);
  return { freeMail: pack(lists.freeMail), disposable: pack(lists.disposable) };
}

function pack(list: ReadonlySet<string>): string {
  const text = Buffer.from([...list].join('\n'));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return brotliCompressSync(text, { params }).toString('base64');
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(import.meta.dirname, 'mail-lists.json'), `${JSON.stringify(packLists(), null, 2)}\n`);
}
