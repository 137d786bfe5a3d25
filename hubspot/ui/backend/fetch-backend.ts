import { hubspot } from '@hubspot/ui-extensions';
import { uiCalls, type UiCallName, type UiContent, type UiInput } from '../../handlers/ui/ui-calls.ts';
import type { Backend, Result } from './backend.ts';
import { away, readContent, readRefusal } from './read-answer.ts';

/** A dry run reads a hundred contacts; everything else is there sooner. */
const mostMillis = { read: 15_000, work: 30_000, write: 20_000 };

/** The marketplace edition's server, asked through HubSpot, which says who asks. */
export class FetchBackend implements Backend {
  readonly edition = 'marketplace';
  readonly #origin: string;

  /** @param origin of the server, such as https://signalbox.example.com */
  constructor(origin: string) {
    this.#origin = origin;
  }

  async call<Name extends UiCallName>(name: Name, input: UiInput<Name>): Promise<Result<UiContent<Name>>> {
    const { kind, path } = uiCalls[name];
    try {
      const answer = await hubspot.fetch(`${this.#origin}${path}${kind === 'read' ? queryOf(input) : ''}`, {
        method: kind === 'read' ? 'GET' : 'POST',
        timeout: mostMillis[kind],
        ...(kind === 'read' ? {} : { body: input }),
      });
      const sent: unknown = await answer.json();
      return answer.ok ? readContent(name, sent) : readRefusal(sent);
    } catch {
      // HubSpot rejects where nobody answered, and where the answer is not JSON.
      return away();
    }
  }

  /** HubSpot itself says who asks. */
  takeSession(): void {}
}

function queryOf(input: object): string {
  const pairs = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  const written = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return written.length === 0 ? '' : `?${written.join('&')}`;
}
