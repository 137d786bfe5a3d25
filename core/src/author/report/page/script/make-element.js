/* global document */

/**
 * An element with attributes and children. Texts become text nodes: nothing that a person wrote is ever read as HTML.
 *
 * make('td', { class: 'number' }, '42')
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}
