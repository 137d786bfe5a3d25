import { tell } from './host.js';

const navigate = Symbol('Navigate');
const generateUrl = Symbol('GenerateUrl');

/** Gives a component `this[NavigationMixin.Navigate]` and `this[NavigationMixin.GenerateUrl]`. */
export function NavigationMixin(Base) {
  return class extends Base {
    [navigate](pageReference, replace) {
      tell('navigate', { pageReference: JSON.parse(JSON.stringify(pageReference)), replace: replace === true });
    }
    [generateUrl](pageReference) {
      return Promise.resolve(addressOf(pageReference));
    }
  };
}
NavigationMixin.Navigate = navigate;
NavigationMixin.GenerateUrl = generateUrl;

/** The page that the component stands on. */
export class CurrentPageReference {
  constructor(give) {
    this.give = give;
  }
  connect() {
    this.give(globalThis.lightningHost.pageReference);
  }
  update() {}
  disconnect() {}
}

/** Where a page reference leads on this server. */
export function addressOf({ type, attributes = {} }) {
  if (type === 'standard__recordPage') return `/record/${attributes.objectApiName}/${attributes.recordId}`;
  if (type === 'standard__objectPage') return `/object/${attributes.objectApiName}/${attributes.actionName}`;
  if (type === 'standard__navItemPage') return `/tab/${attributes.apiName}`;
  if (type === 'standard__webPage') return attributes.url;
  throw new Error(`Unsupported: a page reference of the type ${type}.`);
}
