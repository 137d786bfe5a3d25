/* global document, location */
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import { tell } from './host.js';
import { addressOf } from './navigation.js';
import { showToast } from './toast.js';

const host = globalThis.lightningHost;

document.addEventListener('lightning__showtoast', (event) => {
  tell('toast', { ...event.detail });
  showToast(event.detail);
});

document.addEventListener('lightning-host', ({ detail: { kind, detail } }) => {
  if (kind !== 'navigate') return;
  const address = addressOf(detail.pageReference);
  if (host.paths.includes(address)) location.assign(`${address}${location.search}`);
});

await Promise.all(
  host.components.map(async ({ name, props }, index) => {
    const place = document.querySelector(`[data-component="${index}"]`);
    try {
      const { default: is } = await import(`/components/${name}.js`);
      const element = createElement(`c-${kebab(name)}`, { is });
      Object.assign(element, props);
      place.append(element);
    } catch (error) {
      // As on the platform, a component that cannot start does not take the page with it.
      place.textContent = `${name} could not be shown: ${error.message}`;
      place.setAttribute('role', 'alert');
      throw error;
    }
  }),
).finally(() => {
  document.documentElement.dataset.lightning = 'started';
});

function kebab(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
