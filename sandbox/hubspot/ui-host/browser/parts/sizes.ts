/** The five sizes, however an extension spells them. */
export type Size = 'flush' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const spellings: Readonly<Record<string, Size>> = {
  flush: 'flush',
  none: 'flush',
  xs: 'xs',
  'extra-small': 'xs',
  sm: 'sm',
  small: 'sm',
  md: 'md',
  medium: 'md',
  default: 'md',
  lg: 'lg',
  large: 'lg',
  xl: 'xl',
  'extra-large': 'xl',
};

export function sizeOf(size: string | null | undefined, fallback: Size): Size {
  return (typeof size === 'string' ? spellings[size] : undefined) ?? fallback;
}

/** The class of a part with its variants; what is not set is left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}

/** A variant that the style sheet knows. */
export function variantOf<Known extends string>(given: unknown, known: readonly Known[], fallback: Known): Known {
  return known.find((each) => each === given) ?? fallback;
}
