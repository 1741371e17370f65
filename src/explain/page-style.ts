/** The page's own style, light and dark. */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --soft: #5a5a5a; --rule: #cfcfcf; --mark: #ffe58a; --on: #dbeafe; --link: #0b4fb3; --warn: #fff4ce }
@media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #ececec; --soft: #b0b0b0; --rule: #3d4148; --mark: #6b5500; --on: #1e3a5f; --link: #8ab8ff; --warn: #4a3b00 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
header { padding: 1rem }
h1 { font-size: 1.3rem; margin: 0; overflow-wrap: anywhere }
h2 { font-size: 1.1rem }
h3 { font-size: 1rem; overflow-wrap: anywhere }
.warning { background: var(--warn); padding: .5rem .75rem; margin: .75rem 0 0 }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem; padding: 0 1rem 2rem }
@media (max-width: 60rem) { main { grid-template-columns: minmax(0, 1fr) } }
@media (min-width: 60rem) { main > section { max-height: calc(100vh - 9rem); overflow: auto } }
code { font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
.lines { border-top: 1px solid var(--rule); margin: 0; padding: .25rem 0 .25rem 4rem }
.lines li { color: var(--soft); padding: 0 .25rem }
.lines li.used { color: var(--ink) }
.back { font-size: .8rem }
mark { background: var(--mark); color: inherit }
a { color: var(--link) }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem }
th, td { text-align: left; vertical-align: top; border-top: 1px solid var(--rule); padding: .25rem .5rem; font-weight: normal; overflow-wrap: anywhere }
:target, .on { background: var(--on) }
`;

/** Marks what belongs together while the pointer or the focus is on it; the links do without. */
export const script = `
const show = (event) => {
  for (const one of document.querySelectorAll('.on')) one.classList.remove('on');
  const at = event.target.closest('[data-to]');
  if (!at) return;
  at.classList.add('on');
  for (const id of at.dataset.to.split(' ')) if (id) document.getElementById(id)?.classList.add('on');
};
for (const name of ['mouseover', 'focusin']) document.addEventListener(name, show);
`;
