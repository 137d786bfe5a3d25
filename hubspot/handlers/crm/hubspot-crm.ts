import { Callbacks } from './callbacks.ts';
import type { HubSpotCallsOptions } from './calls/hubspot-calls.ts';
import type { StoredFile } from './crm.ts';
import { Files } from './files.ts';
import { RecordCrm } from './record-crm.ts';

/**
 * One portal of HubSpot.
 *
 * ```ts
 * const crm = new HubSpotCrm({ token: async () => accessToken, budget: new LocalCallBudget() });
 * const [contact] = await crm.readObjects('contacts', ['512'], ['email']);
 * ```
 */
export class HubSpotCrm extends RecordCrm {
  readonly #files: Files;
  readonly #callbacks: Callbacks;

  constructor(options: HubSpotCallsOptions) {
    super(options);
    this.#files = new Files(this.calls);
    this.#callbacks = new Callbacks(this.calls);
  }

  /** HubSpot tells the media type from the name. */
  override writeFile(folder: string, name: string, content: string): Promise<StoredFile> {
    return this.#files.write(folder, name, content);
  }

  override listFiles(folder: string): Promise<StoredFile[]> {
    return this.#files.list(folder);
  }

  override readFile(file: StoredFile): Promise<string> {
    return this.#files.read(file);
  }

  override completeCallback(callbackId: string, outputFields: { readonly [name: string]: string }): Promise<void> {
    return this.#callbacks.complete(callbackId, outputFields);
  }
}
