import { stateLifeMillis } from './install-state.ts';

/** With the prefix a browser takes the cookie from this very host over https only; a stand-in on this machine has no https. */
function nameOf(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-sbx-install' : 'sbx-install';
}

/** Keeps the state in the browser that began, so that nobody else's browser can finish. */
export function writeInstallCookie(publicUrl: string, state: string): string {
  return cookie(publicUrl, state, stateLifeMillis / 1000);
}

export function clearInstallCookie(publicUrl: string): string {
  return cookie(publicUrl, '', 0);
}

/** The state that this browser began with; null without one. */
export function readInstallCookie(publicUrl: string, header: string | undefined): string | null {
  const start = `${nameOf(publicUrl)}=`;
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start));
  return found === undefined ? null : found.slice(start.length);
}

function cookie(publicUrl: string, value: string, maxAgeSeconds: number): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${nameOf(publicUrl)}=${value}; Path=/; Max-Age=${String(maxAgeSeconds)}; HttpOnly; SameSite=Lax${secure}`;
}
