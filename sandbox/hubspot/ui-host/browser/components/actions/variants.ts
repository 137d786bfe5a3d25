/** How a button may look. */
export const buttonVariants = ['primary', 'secondary', 'destructive', 'transparent'] as const;

/** How the button of a menu may look. */
export const menuVariants = ['primary', 'secondary', 'transparent'] as const;
