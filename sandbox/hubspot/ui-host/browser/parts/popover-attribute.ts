// React's types of this version do not know the attribute yet; React itself writes it as it is.
declare module 'react' {
  interface HTMLAttributes<T> {
    popover?: 'manual' | 'auto' | (T extends never ? never : undefined);
  }
}

export {};
