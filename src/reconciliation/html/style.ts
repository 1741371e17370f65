/** The page's own style: light and dark, on screen and on paper. */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1c1e; --soft: #54585d; --rule: #dcdfe3; --ground: #f1f3f5; --link: #0b4fb3;
  --good: #22755a; --quiet: #8fbfac; --text: #86a3cf; --superseded: #d0b565; --out: #b4b9bf; --bad: #b3261e; --look: #8a5a00;
  --good-wash: #edf6f1; --look-wash: #fdf4e1; --bad-wash: #fcebea; --target: #3f74c0; --source: #1a1c1e }
@media (prefers-color-scheme: dark) { :root { --paper: #15171a; --ink: #e9ebed; --soft: #abb1b8; --rule: #33383e; --ground: #22262b; --link: #8ab8ff;
  --good: #57b894; --quiet: #38705c; --text: #56729f; --superseded: #8f7a35; --out: #565c63; --bad: #f08a80; --look: #e5b454;
  --good-wash: #17261f; --look-wash: #2a2415; --bad-wash: #321b19; --target: #5f8fd6; --source: #e9ebed } }
* { box-sizing: border-box }
html { scroll-behavior: smooth }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, 'Segoe UI', sans-serif; font-variant-numeric: tabular-nums }
h1, h2, h3, p, dl, ol, ul, figure, pre { margin: 0 }
a { color: var(--link) }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -100vw } .skip:focus { left: 1rem; top: .5rem }
code, pre { font: .875em/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere }
pre { background: var(--ground); padding: .6rem .8rem; border-radius: .3rem; white-space: pre-wrap; margin-top: .75rem }
.kicker { color: var(--soft); padding: 1.5rem 0 .75rem; font-size: .9rem }
.verdict { border-left: .4rem solid var(--rule); border-radius: .2rem; padding: 1.1rem 1.4rem 1.2rem }
.verdict.good { border-color: var(--good); background: var(--good-wash) }
.verdict.look { border-color: var(--look); background: var(--look-wash) }
.verdict.bad { border-color: var(--bad); background: var(--bad-wash) }
.verdict h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em }
.verdict p { margin-top: .45rem; max-width: 46rem }
.figures { display: flex; flex-wrap: wrap; gap: 0 2.5rem; padding: 1.25rem 0 .5rem }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end }
.figures dt { color: var(--soft); font-size: .9rem }
.figures dd { margin: 0; font-size: 1.65rem; font-weight: 600; line-height: 1.25 }
.figures small { font-size: .85rem; font-weight: 400; color: var(--soft); margin-left: .5rem }
nav { margin: 1.25rem 0 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); padding: .75rem 0 }
nav ol { columns: 2; column-gap: 2rem; padding-left: 1.6rem } nav li { break-inside: avoid; padding: .1rem 0 } nav li::marker { color: var(--soft) }
@media (max-width: 40rem) { nav ol { columns: 1 } .verdict h1 { font-size: 1.5rem } }
.mark { font-size: .78rem; font-weight: 600; white-space: nowrap; margin-left: .5rem }
.mark.good { color: var(--good) } .mark.look { color: var(--look) } .mark.bad { color: var(--bad) }
.mark.good::before { content: '✓ ' } .mark.look::before { content: '● ' } .mark.bad::before { content: '✕ ' }
section { padding-top: 2.25rem }
h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 620 }
h2 .number { color: var(--soft); font-weight: 400; margin-right: .25rem }
.lead { margin-top: .3rem; max-width: 46rem }
.note { color: var(--soft); font-size: .875rem; margin-top: .35rem; max-width: 46rem; contain: inline-size }
.empty { font-size: .95rem }
.plain { margin-top: .75rem; max-width: 46rem }
.loud { margin-top: .9rem; border: 2px solid var(--bad); background: var(--bad-wash); border-radius: .3rem; padding: .8rem 1rem; font-weight: 550 }
.table { display: inline-block; vertical-align: top; max-width: 100%; margin: 1.1rem 3rem 0 0 }
.scroll { overflow-x: auto } header .scroll { margin-top: .75rem }
table { border-collapse: collapse; font-size: .9rem; min-width: 20rem }
th[scope=row] { min-width: 8rem }
caption { text-align: left; font-weight: 600; padding-bottom: .35rem; font-size: .95rem }
th, td { text-align: left; vertical-align: top; line-height: 1.4; padding: .2rem 1rem .2rem 0; border-top: 1px solid var(--rule); font-weight: 400 }
thead th { color: var(--soft); font-size: .82rem; min-width: 4.5rem; border-top: 0; vertical-align: bottom }
.right { text-align: right } td.right { white-space: nowrap } td.zero { color: var(--soft); opacity: .75 }
th.right, td.right { padding-left: .4rem }
figure { margin-top: 1.1rem }
figcaption { font-size: .95rem } figcaption span { display: block; color: var(--soft); font-size: .875rem }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; padding: .4rem 0; font-size: .85rem; color: var(--soft) }
.legend svg { width: .75rem; height: .75rem; margin-right: .4rem; vertical-align: -.05rem }
.bars { display: grid; grid-template-columns: max-content minmax(6rem, 1fr) max-content; gap: .35rem .9rem; align-items: center; font-size: .9rem }
.bar { width: 100%; height: 1.05rem; display: block } .bar-total { text-align: right }
.bar rect { stroke: var(--paper); stroke-width: 1px; vector-effect: non-scaling-stroke }
rect.ground { fill: var(--ground) } rect.good { fill: var(--good) } rect.quiet { fill: var(--quiet) } rect.text { fill: var(--text) } rect.superseded { fill: var(--superseded) }
rect.out { fill: var(--out) } rect.bad { fill: var(--bad) } rect.target { fill: var(--target) } rect.source { fill: var(--source) }
rect.outline { fill: none; stroke: var(--source); stroke-width: 1.25 }
.years { width: 100%; height: auto; display: block; max-width: 56rem } .tick { font-size: 11px; fill: var(--soft) } .grid { stroke: var(--rule); stroke-width: 1 }
.signatures { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1.5rem 2rem; margin-top: 1rem }
.signatures p:first-child { font-weight: 600 } .signatures .line { border-bottom: 1px solid var(--ink); padding-top: 1.9rem; color: var(--soft); font-size: .82rem }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .875rem }
@media print {
  :root { color-scheme: light } body { font-size: 10pt; max-width: none; padding: 0 } nav, .skip { display: none }
  section { padding-top: 1.2rem } h2, caption, figcaption { break-after: avoid } figure, tr, .verdict, .signatures div { break-inside: avoid } thead { display: table-header-group }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact } .scroll { overflow: visible } .table { display: block; margin-right: 0 }
}
`;
