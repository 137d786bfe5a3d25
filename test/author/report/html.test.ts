import { describe, expect, test } from '@jest/globals';
import { html, scriptJson } from '../../../core/src/author/report/html.ts';

describe('html', () => {
  test('escapes what is put into it', () => {
    expect(html`<b title="${'"quoted"'}">${"<i> & it's"}</b>`.markup).toBe(
      '<b title="&quot;quoted&quot;">&lt;i&gt; &amp; it&#39;s</b>',
    );
  });

  test('keeps what was built the same way', () => {
    const built = ['a', '<b'].map((text) => html`<i>${text}</i>`);
    expect(html`${built}`.markup).toBe('<i>a</i><i>&lt;b</i>');
  });
});

describe('scriptJson', () => {
  test('cannot close the script element that holds it', () => {
    const text = '</script><!-- <script>';
    expect(scriptJson({ text })).not.toContain('<');
    expect(JSON.parse(scriptJson({ text }))).toEqual({ text });
  });
});
