import { compact } from './compact.ts'

/** The form in which readers report an error. */
export const REPORT_STYLE = compact(`
.report{font:1rem/1.5 var(--sans);max-width:40rem}
.report fieldset{border:0;margin:0 0 1.1rem;padding:0;min-inline-size:0}
.report legend,.report .field>label{font-weight:600;padding:0;display:block;margin-block-end:.3rem}
.report fieldset label{display:flex;gap:.6rem;align-items:baseline;padding-block:.45rem}
.report input[type=radio]{accent-color:var(--accent);inline-size:1.15rem;block-size:1.15rem;flex:none;position:relative;inset-block-start:.2rem}
.report .field{margin-block-end:1.1rem}
.report small{display:block;color:var(--soft);font-size:.88rem;margin-block-end:.35rem}
.report :is(textarea,.line){font:1rem/1.5 var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:0;inline-size:100%;min-block-size:2.75rem;padding:.5rem .6rem}
.report textarea{min-block-size:12rem;resize:vertical}
.report [aria-invalid]{border:2px solid var(--accent)}
.report .why{color:var(--accent);font-weight:600}
.report button{font:600 1rem/1.4 var(--sans);color:var(--paper);background:var(--ink);border:1px solid var(--ink);border-radius:0;min-block-size:2.75rem;padding:.5rem 1.2rem;cursor:pointer}
.report button:hover{background:var(--accent);border-color:var(--accent)}
.trap{display:none}
.subject{font:1rem/1.5 var(--sans);max-width:40rem;margin-block-end:1.2rem}
.subject a{font-family:var(--serif);font-size:1.15rem;display:block}
.terms{font:.95rem/1.55 var(--sans);border-block-start:1px solid var(--line);margin-block-start:2rem;padding-block-start:1rem;max-width:40rem}
.terms h2{font:700 1.12rem/1.35 var(--serif);margin-block-end:.4rem}
.terms p+h2{margin-block-start:1.2rem}
.terms p+p{margin-block-start:.5rem}
`)
