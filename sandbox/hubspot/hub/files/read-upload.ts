import type { FastifyRequest } from 'fastify';
import busboy from 'busboy';
import * as z from 'zod';
import { Refusal, invalid } from '../http/refusal.ts';
import { fileAccesses, type FileAccess } from './stored-file.ts';

/** A multipart request with a file. */
export type Upload = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly folderId: string | null;
  readonly folderPath: string | null;
  readonly options: UploadOptions;
};

const optionsSchema = z.looseObject({
  access: z.enum(fileAccesses as [FileAccess, ...FileAccess[]]).optional(),
  overwrite: z.boolean().default(false),
  duplicateValidationStrategy: z.enum(['NONE', 'REJECT', 'RETURN_EXISTING']).default('NONE'),
  duplicateValidationScope: z.enum(['EXACT_FOLDER', 'ENTIRE_PORTAL']).default('EXACT_FOLDER'),
  ttl: z.string().optional(),
});

export type UploadOptions = z.infer<typeof optionsSchema>;

/**
 * Reads an upload whole.
 *
 * @throws Refusal 400 where the file or its options are missing or cannot be read, 415 where it is no multipart form
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (request.headers['content-type']?.startsWith('multipart/form-data') !== true) {
    throw new Refusal(415, 'INVALID_CONTENT_TYPE', 'The body must be multipart/form-data.');
  }
  const fields = new Map<string, string>();
  let file: { fileName: string; mediaType: string; content: Buffer } | null = null;
  const reading = busboy({ headers: request.headers, defParamCharset: 'utf8' });
  await new Promise<void>((resolve, reject) => {
    reading.on('field', (name, value) => fields.set(name, value));
    reading.on('file', (name, stream, { filename, mimeType }) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (name === 'file') file = { fileName: filename, mediaType: mimeType, content: Buffer.concat(pieces) };
      });
    });
    reading.on('close', resolve);
    reading.on('error', (error) => reject(invalid(`The form cannot be read: ${String(error)}`)));
    request.raw.pipe(reading);
  });
  return { ...contentOf(file, fields), ...placeOf(fields), options: readOptions(fields.get('options')) };
}

function contentOf(
  file: { fileName: string; mediaType: string; content: Buffer } | null,
  fields: ReadonlyMap<string, string>,
): { fileName: string; mediaType: string; content: Buffer } {
  if (file === null) throw invalid('The part "file" is missing.');
  return { ...file, fileName: fields.get('fileName') ?? file.fileName };
}

function placeOf(fields: ReadonlyMap<string, string>): { folderId: string | null; folderPath: string | null } {
  return { folderId: fields.get('folderId') ?? null, folderPath: fields.get('folderPath') ?? null };
}

function readOptions(text: string | undefined): UploadOptions {
  let content: unknown;
  try {
    content = JSON.parse(text ?? '{}');
  } catch {
    throw invalid('The part "options" is no JSON.');
  }
  const parsed = optionsSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw invalid(`The part "options" cannot be read: ${parsed.error.issues.map(({ message }) => message).join('; ')}`);
}
