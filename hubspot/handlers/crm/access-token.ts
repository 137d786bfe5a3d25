/**
 * Gives the token that the next call carries. A function is enough where the token never changes (a private app); where it does,
 * `refresh` gets a new one in place of the one that HubSpot refused, and whoever asks after that gets the new one as well.
 */
export type AccessToken = {
  (): Promise<string>;
  readonly refresh?: (refused: string) => Promise<string>;
};
