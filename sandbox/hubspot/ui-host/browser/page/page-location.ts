import type { PageLocation } from '../protocol.ts';

/** The location that a path with a query names. */
export function readLocation(address: string): PageLocation {
  const url = new URL(address.startsWith('/') ? address : `/${address}`, 'https://page.invalid');
  return { path: url.pathname, params: Object.fromEntries(url.searchParams) };
}

/** The path with its query. */
export function writeLocation({ path, params }: PageLocation): string {
  const query = new URLSearchParams(params).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Where a link goes: parameters that the path names are put into it, the others become its query. */
export function locationOf(to: string, params: Readonly<Record<string, string>> = {}): PageLocation {
  const rest = { ...params };
  const [bare = '/', query = ''] = to.split('?');
  const path = bare
    .split('/')
    .map((segment) => {
      const name = segment.startsWith(':') ? segment.slice(1) : null;
      const value = name === null ? undefined : params[name];
      if (name === null || value === undefined) return segment;
      delete rest[name];
      return encodeURIComponent(value);
    })
    .join('/');
  return {
    path: path.startsWith('/') ? path : `/${path}`,
    params: { ...Object.fromEntries(new URLSearchParams(query)), ...rest },
  };
}
