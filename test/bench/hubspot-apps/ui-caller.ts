import type { Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { uiCalls, type UiCallName, type UiContent, type UiInput } from '../../../hubspot/handlers/ui/ui-calls.ts';

/** What a call of the settings was answered: its content, or the code of the refusal. */
export type Told<Content> =
  | { readonly status: 200; readonly content: Content }
  | { readonly status: number; readonly code: string; readonly text: string };

/** Calls the server as a user's card or settings do, through the portal, which signs it. */
export async function askAs<Name extends UiCallName>(
  edition: Edition,
  portal: HubPortal,
  userId: number,
  name: Name,
  input: UiInput<Name>,
): Promise<Told<UiContent<Name>>> {
  const { kind, path, answer } = uiCalls[name];
  const query = kind === 'read' ? `?${new URLSearchParams(input as Record<string, string>).toString()}` : '';
  const sent = await edition.hubSpot.uiFetch(portal.portalId, userId, `${edition.publicUrl}${path}${query}`, {
    method: kind === 'read' ? 'GET' : 'POST',
    timeout: 60_000,
    ...(kind === 'read' ? {} : { body: input }),
  });
  if (sent.status !== 200) {
    return { status: sent.status, code: (sent.json() as { code: string }).code, text: sent.text.slice(0, 500) };
  }
  return { status: 200, content: answer.parse(sent.json()) as UiContent<Name> };
}

/** The same by the portal's first user, who installed the app; a refusal is thrown. */
export async function ask<Name extends UiCallName>(
  edition: Edition,
  portal: HubPortal,
  name: Name,
  input: UiInput<Name>,
): Promise<UiContent<Name>> {
  const told = await askAs(edition, portal, portal.users[0]!.userId, name, input);
  if (!('content' in told)) {
    throw new Error(`${name} was answered ${String(told.status)} ${told.code}: ${told.text}`);
  }
  return told.content;
}
