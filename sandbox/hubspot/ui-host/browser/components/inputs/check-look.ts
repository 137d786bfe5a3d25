import { sizeOf } from '../../parts/sizes.ts';

export function isLocked(props: { readOnly?: boolean; readonly?: boolean }): boolean {
  return props.readOnly ?? props.readonly ?? false;
}

export function isSmall({ size, variant }: { size?: string; variant?: string }): boolean {
  return sizeOf(size, 'md') === 'sm' || variant === 'small';
}
