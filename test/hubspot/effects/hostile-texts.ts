/** What strangers may type into any field, and must not get anywhere else. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror="alert(1)">',
  '</li></ul><h1>Owned</h1><!--',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &#60;script&#62;',
  '\u202egnp.exe \u2066reversed\u2069',
  'שלום עולם مرحبا',
  '{at:99999999999999999999} {at:-1} {at:abc}',
  'line one\r\nline two\u0000\u0007\u2028line three',
  '\ud83d lone half',
  'Signalbox decision 501-1/other',
  '=HYPERLINK("http://evil.example";"click")',
];

/** Markup that is none of what we write ourselves. */
export const foreignMarkup = /<(?!\/?(?:p|strong|ul|li|blockquote|br)>)/;
