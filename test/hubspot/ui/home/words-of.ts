import type { RenderedNode } from '@hubspot/ui-extensions/testing';

/**
 * Everything that is read within a node, from top to bottom: its texts, and what components show of their properties. Overlays
 * are read where they hang.
 */
export function wordsOf(node: RenderedNode): string {
  return partsOf(node).join(' ');
}

const shownProps = ['title', 'label', 'description', 'number', 'validationMessage', 'valueDescription', 'placeholder'];

function partsOf(node: RenderedNode): string[] {
  if (node.nodeType === 'text') return [(node as { text: string }).text];
  const props = 'props' in node ? (node.props as Readonly<Record<string, unknown>>) : {};
  const own = shownProps.flatMap((name) => {
    const value = props[name];
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
  const overlay = props['overlay'];
  const below = 'childNodes' in node ? (node.childNodes as RenderedNode[]) : [];
  return [
    ...own,
    ...below.flatMap((child) => partsOf(child)),
    ...(typeof overlay === 'object' && overlay !== null ? partsOf(overlay as RenderedNode) : []),
  ];
}
