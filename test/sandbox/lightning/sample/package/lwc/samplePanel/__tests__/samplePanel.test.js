import { createElement } from 'lwc';
import SamplePanel from 'c/samplePanel';

it('shows a line for each', () => {
  const element = createElement('c-sample-panel', { is: SamplePanel });
  element.lines = ['one', 'two'];
  document.body.appendChild(element);
  expect([...element.shadowRoot.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['one', 'two']);
});
