import type { ReactNode } from 'react'
import type { CommandName } from './commands.ts'

const Sign = ({ children }: { readonly children: ReactNode }) => (
  <svg className="sign" viewBox="0 0 20 20" aria-hidden="true">
    {children}
  </svg>
)

const lines = (from: number) => <path d={`M${from} 5h${17 - from}M${from} 10h${17 - from}M${from} 15h${17 - from}`} />

/** The signs on the toolbar's buttons; each button has its words besides. */
export const SIGNS: Partial<Readonly<Record<CommandName, ReactNode>>> = {
  strong: <b className="letter">B</b>,
  emphasis: <i className="letter">I</i>,
  link: (
    <Sign>
      <path d="M8.5 11.5l3-3M9 6.5l1.6-1.6a3.2 3.2 0 0 1 4.5 4.5L13.5 11M11 13.5l-1.6 1.6a3.2 3.2 0 0 1-4.5-4.5L6.5 9" />
    </Sign>
  ),
  cite: (
    <Sign>
      <path d="M3.500 4.500h13v8.500h-6.500l-3.500 3v-3h-3zM6.500 7.500h7M6.500 10h4.500" />
    </Sign>
  ),
  language: (
    <Sign>
      <circle cx="10" cy="10" r="6.8" />
      <path d="M3.2 10h13.6M10 3.2c4 4 4 9.600 0 13.600M10 3.200c-4 4-4 9.600 0 13.600" />
    </Sign>
  ),
  bullets: (
    <Sign>
      {lines(8)}
      <path className="dots" d="M4 5h.01M4 10h.01M4 15h.01" />
    </Sign>
  ),
  numbers: (
    <Sign>
      {lines(9)}
      <path d="M3 4.500l1.300-1v4M3 12.500c0-1.600 2.600-1.600 2.600 0 0 1-2.600 2.200-2.600 3.500h2.800" />
    </Sign>
  ),
  outdent: (
    <Sign>
      {lines(9)}
      <path d="M6 7.500l-2.500 2.500L6 12.500" />
    </Sign>
  ),
  indent: (
    <Sign>
      {lines(9)}
      <path d="M3.500 7.500L6 10l-2.500 2.500" />
    </Sign>
  ),
  quote: (
    <Sign>
      <path d="M4 4v12M8 6h9M8 10h9M8 14h6" />
    </Sign>
  ),
  footnote: <span className="letter note-sign" aria-hidden="true" />,
  undo: (
    <Sign>
      <path d="M7 4L3.500 7.500 7 11M4 7.500h7.500a4.250 4.250 0 0 1 0 8.500H8" />
    </Sign>
  ),
  redo: (
    <Sign>
      <path d="M13 4l3.500 3.500L13 11M16 7.500H8.500a4.250 4.250 0 0 0 0 8.500H12" />
    </Sign>
  ),
  help: (
    <span className="letter" aria-hidden="true">
      ?
    </span>
  ),
}
