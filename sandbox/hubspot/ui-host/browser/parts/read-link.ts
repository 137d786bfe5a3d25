import { linkNotFollowed } from '../page/host-problems.ts';
import { noteProblem } from '../page/host-state.ts';

/** Where a link goes and how. */
export type LinkTarget = { href: string; isExternal: boolean };

const known = new Set(['http:', 'https:', 'mailto:']);
const told = new Set<string>();

/** The target of an `href`; null where it is none that a page may follow, which is a problem of the extension. */
export function readLink(href: string | { url: string; external?: boolean } | null | undefined): LinkTarget | null {
  const address = typeof href === 'object' && href !== null ? href.url : href;
  if (typeof address !== 'string' || address === '') return null;
  const base = location.origin;
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  if (url === null || !known.has(url.protocol)) {
    if (!told.has(address)) {
      told.add(address);
      // Not while React draws: the problem is drawn as well.
      queueMicrotask(() => noteProblem(linkNotFollowed(address)));
    }
    return null;
  }
  const isElsewhere = url.origin !== base && !/(^|\.)hubspot\.com$/.test(url.hostname) && url.protocol !== 'mailto:';
  const wish = typeof href === 'object' && href !== null ? href.external : undefined;
  return { href: url.href, isExternal: wish ?? isElsewhere };
}

/** The attributes of an anchor. Within a frame a link of the portal moves the portal, not the frame. */
export function anchorAttributes({ href, isExternal }: LinkTarget): { href: string; target: string; rel: string } {
  return { href, target: isExternal ? '_blank' : '_top', rel: 'noopener noreferrer' };
}
