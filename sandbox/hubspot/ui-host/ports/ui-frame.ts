import type { HostPorts, JsonValue } from './host-ports.ts';

/** Where HubSpot shows an extension. */
export const frameLocations = [
  'crm.record.tab',
  'crm.record.sidebar',
  'crm.preview',
  'helpdesk.sidebar',
  'crm.bulkActions',
  'settings',
  'home',
  'pages',
] as const;

export type FrameLocation = (typeof frameLocations)[number];

/** `context` of the extension without its location, as the package's types have it for that location. */
export type FrameContext = { readonly [key: string]: JsonValue };

/** Where the code of an extension comes from. */
export type ExtensionSource =
  /** A source file, bundled anew each time a frame is opened. */
  | { readonly kind: 'entry'; readonly file: string }
  /** The script that `uie build` wrote. */
  | { readonly kind: 'bundle'; readonly file: string };

/** `permittedUrls` of the app; what is not covered is refused. */
export type PermittedUrls = {
  readonly fetch: readonly string[];
  readonly iframe: readonly string[];
  readonly img: readonly string[];
};

/** An extension, opened for one reader at one place. */
export type UiFrame = {
  /** The card's or the app's name. */
  readonly title: string;
  readonly source: ExtensionSource;
  readonly location: FrameLocation;
  readonly context: FrameContext;
  readonly permittedUrls: PermittedUrls;
  readonly ports: HostPorts;
};

/** What the page gets to know of its frame. */
export type FrameData = {
  readonly id: string;
  readonly title: string;
  readonly location: FrameLocation;
  readonly context: FrameContext;
  /** The path that a "pages" extension opens at, with its query. */
  readonly path: string;
  /** Whether the page draws the card's box and title around the extension; a portal draws its own. */
  readonly isBare: boolean;
  /** Whether the page loads itself again when a source file changes. */
  readonly isLive: boolean;
};
