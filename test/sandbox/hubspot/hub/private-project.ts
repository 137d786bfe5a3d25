import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder of a project whose app a company makes for itself: static authentication, and code that HubSpot executes. */
export class PrivateProject {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'stand-in-private-'));

  constructor(requiredScopes: readonly string[] = ['crm.objects.contacts.read', 'crm.objects.contacts.write']) {
    this.write('hsproject.json', { name: 'own', srcDir: 'src', platformVersion: '2026.09' });
    this.write('src/app/app-hsmeta.json', {
      uid: 'own_app',
      type: 'app',
      config: { name: 'Own', distribution: 'private', auth: { type: 'static', requiredScopes } },
    });
  }

  /** Writes a file of the project. */
  write(file: string, content: unknown): void {
    const place = path.join(this.folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  /** Adds a function with this code. */
  addFunction(uid: string, code: string, config: object = {}): void {
    this.write(`src/app/functions/${uid}.js`, code);
    this.write(`src/app/functions/${uid}-hsmeta.json`, {
      uid,
      type: 'app-function',
      config: { entrypoint: `/app/functions/${uid}.js`, secretKeys: [], ...config },
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
