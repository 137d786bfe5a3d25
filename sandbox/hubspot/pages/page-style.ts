/** How the pages look, on small and large screens, by day and by night. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f5f8fa, #14202b);
  --surface: light-dark(#ffffff, #1d2c3a);
  --ink: light-dark(#213343, #e5edf4);
  --soft: light-dark(#4a6076, #a9bccd);
  --line: light-dark(#cbd6e2, #37495b);
  --accent: light-dark(#00617a, #6fd3e8);
  --on-accent: light-dark(#ffffff, #0b1720);
  --bad: light-dark(#a8141f, #ff9a9f);
  --good: light-dark(#1c6b3c, #7fd8a3);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
header { background: var(--surface); border-bottom: 1px solid var(--line); padding: 8px 16px; }
header nav, header form { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; margin: 0; }
header nav a { padding: 6px 0; }
header nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.brand { font-weight: 600; margin: 4px 0; }
main { padding: 16px; max-width: 1500px; margin: 0 auto; }
h1 { font-size: 1.5rem; margin: 0 0 12px; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 0 0 8px; }
h3 { font-size: 1rem; margin: 12px 0 4px; }
a { color: var(--accent); }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; background: var(--surface); padding: 8px; z-index: 1; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
section, fieldset { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 12px 16px; margin: 0 0 16px; min-width: 0; }
.columns { display: grid; gap: 0 16px; grid-template-columns: minmax(0, 1fr); align-items: start; }
@media (min-width: 900px) { .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
.list td { max-width: 20rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.value { overflow-wrap: anywhere; white-space: pre-line; }
.soft { color: var(--soft); }
.bad { color: var(--bad); }
.good { color: var(--good); }
code { font-size: 0.92em; overflow-wrap: anywhere; }
ul.plain { list-style: none; padding: 0; margin: 0; }
ul.plain > li { padding: 6px 0; border-bottom: 1px solid var(--line); }
label { font-weight: 600; }
label.choice { display: block; font-weight: 400; }
input, select, textarea, button { font: inherit; color: inherit; }
input[type=text], input[type=email], select, textarea { background: var(--ground); border: 1px solid var(--soft); border-radius: 4px; padding: 5px 8px; max-width: 100%; }
textarea { width: 100%; min-height: 5rem; }
button { background: var(--accent); color: var(--on-accent); border: 1px solid var(--accent); border-radius: 4px; padding: 5px 12px; cursor: pointer; }
button.quiet { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
li { position: relative; }
details summary { cursor: pointer; color: var(--accent); }
.frame { display: block; width: 100%; height: 20rem; border: 0; }
section.panel { border-left: 4px solid var(--accent); }
section.modal { border-width: 4px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 8px 0; }
.row > div { display: grid; gap: 2px; min-width: 0; }
[role=alert] { color: var(--bad); font-weight: 600; }
`;
