import { createHmac } from 'node:crypto';
import { kindOfFile, type StoredFile } from './stored-file.ts';

/** Addresses under which files can be read. Private ones need a signature, which is good for a while. */
export class SignedFiles {
  private readonly secret: string;
  private readonly now: () => number;
  private readonly origin: () => string;

  constructor(secret: string, now: () => number, origin: () => string) {
    this.secret = secret;
    this.now = now;
    this.origin = origin;
  }

  urlOf(portalId: number, { id }: StoredFile): string {
    return `${this.origin()}/hubfs/${portalId}/${id}`;
  }

  sign(portalId: number, file: StoredFile, seconds: number): Record<string, unknown> {
    const expiresAt = this.now() + seconds * 1000;
    const signature = this.signatureOf(portalId, file, String(expiresAt));
    return {
      url: `${this.urlOf(portalId, file)}?Expires=${expiresAt}&Signature=${signature}`,
      expiresAt: new Date(expiresAt).toISOString(),
      name: file.name,
      extension: file.extension,
      type: kindOfFile(file),
      size: file.content.length,
    };
  }

  isGood(portalId: number, file: StoredFile, query: Readonly<Record<string, string>>): boolean {
    const expires = query['Expires'] ?? '0';
    return query['Signature'] === this.signatureOf(portalId, file, expires) && this.now() < Number(expires);
  }

  private signatureOf(portalId: number, { id }: StoredFile, expires: string): string {
    return createHmac('sha256', this.secret).update(`${portalId}/${id}?${expires}`).digest('hex');
  }
}
