import { compact } from './compact.ts'

/** Maps and charts. Positions are in percent and type is in rem, so that words keep their size on any screen. */
export const FIGURE_STYLE = compact(`
figure{margin:0 0 1.6rem}
figcaption{font:.85rem/1.45 var(--sans);color:var(--soft);padding-block-start:.4rem;max-width:44em}
.map{display:block;width:100%;aspect-ratio:7/4;background:var(--sea);border:1px solid var(--line);direction:ltr}
.map text{font:600 .8rem var(--sans);fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.map .area{font-weight:400;font-size:.68rem;letter-spacing:.18em;fill:var(--soft);text-anchor:middle;text-transform:uppercase}
.map .mid{text-anchor:middle}
.map .end{text-anchor:end}
.map .vague{fill:var(--accent);font-weight:400}
.map .km{font-weight:400;font-size:.72rem}
.map path,.map .about{vector-effect:non-scaling-stroke}
.land{fill:var(--wash)}
.here{fill:var(--paper)}
.border{fill:none;stroke:var(--soft);stroke-dasharray:5 4}
.scale{fill:none;stroke:var(--ink);stroke-width:1.5px}
.dot{fill:var(--ink);stroke:var(--paper);stroke-width:2px}
.about{fill:var(--accent);fill-opacity:.16;stroke:var(--accent);stroke-dasharray:3 3}
.chart{border-block-start:3px solid var(--ink);padding-block-start:.6rem;max-width:40.5rem}
.lead .chart{max-width:none}
.chart .unit::first-letter{text-transform:uppercase}
.chart .unit{font:700 1.05rem/1.35 var(--serif);margin-block-end:.5rem}
.chart ul{list-style:none;font:.92rem/1.4 var(--sans);padding:0;margin:0}
.chart li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;padding-block:.45rem;border-block-start:1px solid var(--line)}
.chart li+li{margin:0}
.chart b{margin-inline-start:auto;font-weight:600;font-variant-numeric:lining-nums tabular-nums}
.bar{flex:0 0 100%;width:100%;height:.8rem;margin-block-start:.25rem;background:var(--wash)}
.bar rect{height:100%;fill:var(--ink)}
.bar .range{fill:var(--ink);fill-opacity:.32}
[dir=rtl] .bar{transform:scaleX(-1)}
@media(max-width:19rem){.map :is(.area,.vague){display:none}.map text{font-size:.62rem}}
@media print{.map,.bar{print-color-adjust:exact}}
`)
