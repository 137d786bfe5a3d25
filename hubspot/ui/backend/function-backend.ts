import { hubspot } from '@hubspot/ui-extensions';
import * as z from 'zod';
import type { UiCallName, UiContent, UiInput } from '../../handlers/ui/ui-calls.ts';
import type { Backend, Result } from './backend.ts';
import { away, readContent, readRefusal } from './read-answer.ts';

type SentParameters = NonNullable<NonNullable<Parameters<typeof hubspot.serverless>[1]>['parameters']>;

/** The function answers every call by its name. */
const functionUid = 'signalbox_ui';

const envelope = z.union([
  z.object({ isAnswered: z.literal(true), content: z.unknown() }),
  z.object({ isAnswered: z.literal(false), refusal: z.unknown() }),
]);

/** The private edition's serverless function. It cannot know who asks, so that a session which HubSpot confirmed says so. */
export class FunctionBackend implements Backend {
  readonly edition = 'private';
  #session: string | null = null;

  async call<Name extends UiCallName>(name: Name, input: UiInput<Name>): Promise<Result<UiContent<Name>>> {
    try {
      const sent = envelope.safeParse(
        await hubspot.serverless(functionUid, {
          parameters: { call: name, input, session: this.#session } as SentParameters,
        }),
      );
      if (!sent.success) return away();
      return sent.data.isAnswered ? readContent(name, sent.data.content) : readRefusal(sent.data.refusal);
    } catch {
      return away();
    }
  }

  takeSession(session: string | null): void {
    this.#session = session;
  }
}
