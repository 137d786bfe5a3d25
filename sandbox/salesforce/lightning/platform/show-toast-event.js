/* global CustomEvent */
/** A toast that the page around the component shows. */
export class ShowToastEvent extends CustomEvent {
  constructor(detail) {
    super('lightning__showtoast', { bubbles: true, cancelable: true, composed: true, detail });
  }
}
