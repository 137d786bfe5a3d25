/** Something that the hub was asked for and does not have. Codes: HUB001 portal, HUB002 app, HUB003 form, HUB004 user, HUB005 secret, HUB006 plan. */
export class HubError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'HubError';
    this.code = code;
  }
}
