/** The value of an option. */
export type Choice = string | number | boolean;
