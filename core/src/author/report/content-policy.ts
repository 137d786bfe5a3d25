import { createHash } from 'node:crypto';

/** What a page may do: show its own style, run its own script, load nothing. A page without script runs nothing. */
export function contentPolicy(style: string, script: string | null): string {
  return [
    "default-src 'none'",
    `style-src '${sourceHash(style)}'`,
    ...(script === null ? [] : [`script-src '${sourceHash(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
