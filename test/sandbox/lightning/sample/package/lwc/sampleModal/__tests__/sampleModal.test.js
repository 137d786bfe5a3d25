import { createElement } from 'lwc';
import SampleModal from 'c/sampleModal';

it('closes with an answer', () => {
  const element = createElement('c-sample-modal', { is: SampleModal });
  document.body.appendChild(element);
  const listener = jest.fn();
  element.addEventListener('close', listener);
  element.shadowRoot.querySelector('lightning-button').click();
  expect(listener.mock.calls[0][0].detail).toBe('understood');
});
