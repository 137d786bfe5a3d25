/* global document, setTimeout */

const variants = ['info', 'success', 'warning', 'error'];
const milliseconds = 3000;

/** Shows a toast in the look of the platform, for as long as its mode says. */
export function showToast({ title = '', message = '', messageData = [], variant = 'info', mode = 'dismissible' }) {
  const kind = variants.includes(variant) ? variant : 'info';
  const toast = make('div', `slds-notify slds-notify_toast slds-theme_${kind}`);
  toast.append(make('span', 'slds-assistive-text', kind));
  const content = make('div', 'slds-notify__content');
  content.append(make('h2', 'slds-text-heading_small', title));
  if (message !== '') content.append(make('p', '', fillIn(message, messageData)));
  toast.append(content);
  document.querySelector('#toasts').append(toast);
  if (mode === 'sticky') {
    const close = make('button', 'slds-button slds-button_neutral slds-m-left_small', 'Close');
    close.addEventListener('click', () => toast.remove());
    toast.append(close);
  } else {
    setTimeout(() => toast.remove(), milliseconds);
  }
}

// "{0}" in a message stands for the first of its data, which may be a link.
function fillIn(message, data) {
  return message.replace(/\{(\d+)\}/g, (whole, index) => {
    const value = data[Number(index)];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value.label : String(value);
  });
}

function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
