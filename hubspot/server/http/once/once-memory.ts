/** Remembers what was done, so that the same request is not carried out twice. */
export interface OnceMemory {
  /**
   * Takes a key for as long as the request it stands for could be sent again.
   *
   * @param until UTC milliseconds after which it may be forgotten
   * @returns whether nobody took it before
   */
  takeOnce(key: string, until: number, now: number): Promise<boolean>;
  /** What was taken came to nothing: it may be tried again. */
  giveBack(key: string): Promise<void>;
}
