import type { Problem } from '../protocol.ts';

/** A component that the extension asks for and nobody can draw. */
export function unknownComponent(name: string): Problem {
  return { kind: 'component', message: `UIH020: "${name}" is no component that this host can draw.` };
}

/** A component of the host that failed on what it was given. */
export function brokenComponent(name: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'component', message: `UIH021: ${name} could not be drawn. ${message}` };
}

/** Something that the app does not permit its page to load. */
export function notLoaded(address: string, directive: string): Problem {
  const next = 'Next: name its origin in permittedUrls of the app.';
  return { kind: 'host', message: `UIH022: "${address}" is not loaded (${directive}). ${next}` };
}

/** A panel that is to open while a modal is open, which HubSpot does not do. */
export function panelInModal(id: string): Problem {
  return { kind: 'host', message: `UIH023: The panel "${id}" does not open: a modal is open. Next: close it first.` };
}

/** A link that a page may not follow. */
export function linkNotFollowed(address: string): Problem {
  const short = address.slice(0, 200);
  return { kind: 'link', message: `UIH019: "${short}" is not followed: only http, https and mailto are.` };
}
