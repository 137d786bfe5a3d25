import { brotliDecompressSync } from 'node:zlib';
import type { LookupLists } from '../../../core/src/author/run/ask-lists.ts';
import packed from './mail-lists.json' with { type: 'json' };

/** The lists that come with Signalbox, unpacked: a few milliseconds. A portal's own domains come from its settings. */
export function unpackLists(): LookupLists {
  return {
    freeMail: unpack(packed.freeMail),
    disposable: unpack(packed.disposable),
    employeeDomains: new Set(),
    competitorDomains: new Set(),
  };
}

function unpack(list: string): Set<string> {
  return new Set(brotliDecompressSync(Buffer.from(list, 'base64')).toString('utf8').split('\n'));
}
