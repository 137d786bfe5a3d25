import * as z from 'zod';
import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { policyNameOf } from './policy-rows.ts';
import type { Revision, RevisionEntry } from './rule-store.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const entryShape = {
  number: z.int().min(1),
  hash: hash,
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  previousHash: hash.nullable(),
};

const revisionSchema = z.object({
  ...entryShape,
  policyName: z.string(),
  /** The canonical text, a line each. */
  lines: z.array(z.string()),
});

const pointerSchema = z.object(entryShape);

export type EntryOfFile = Omit<RevisionEntry, 'isLive'>;

/** revisionFileName({ number: 12, hash: '3f9a…' }, 'json') → 'revision-0012-3f9a01c2b7de.json'. */
export function revisionFileName({ number, hash }: { number: number; hash: string }, extension: string): string {
  return `revision-${String(number).padStart(4, '0')}-${hash.slice(0, 12)}.${extension}`;
}

/** The beginning of the hash in a revision's file name; null for any other file. */
export function hashStartOf(fileName: string): string | null {
  return /^revision-\d{4,}-([0-9a-f]{12})\.json$/.exec(fileName)?.[1] ?? null;
}

/** A revision as a file: what it is, and its text line by line, so that it can be read and put together again exactly. */
export function writeRevisionFile(revision: Revision): string {
  const { text, ...entry } = revision;
  const file = {
    ...entry,
    publishedAt: new Date(revision.publishedAt).toISOString(),
    policyName: policyNameOf(text),
    lines: text.split('\n'),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a revision's file says; `revision` is null where its text does not fit the hash. Null for what is no such file. */
export type ReadRevisionFile = { readonly entry: EntryOfFile; readonly revision: Revision | null };

export function readRevisionFile(content: string): ReadRevisionFile | null {
  const read = revisionSchema.safeParse(parseOrNull(content));
  if (!read.success) return null;
  const { number, hash, publishedAt, publishedBy, previousHash, lines } = read.data;
  const entry = { number, hash, publishedAt: Date.parse(publishedAt), publishedBy, previousHash };
  const text = lines.join('\n');
  return { entry, revision: hashText(text) === hash ? { ...entry, text } : null };
}

export const pointerFileName = 'live.json';

/** Which revision decides, with all that lists say of it. */
export function writePointer(entry: EntryOfFile): string {
  const { number, hash, publishedAt, publishedBy, previousHash } = entry;
  const file = { number, hash, publishedAt: new Date(publishedAt).toISOString(), publishedBy, previousHash };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Null where somebody made something else of it. */
export function readPointer(content: string): EntryOfFile | null {
  const read = pointerSchema.safeParse(parseOrNull(content));
  return read.success ? { ...read.data, publishedAt: Date.parse(read.data.publishedAt) } : null;
}

function parseOrNull(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
