import type { CasualtyText } from './casualty-text.ts'

/** Nobody puts more between two brackets or dashes. */
const LONGEST = 16

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/**
 * The token before what stands between brackets or dashes and ends here, "six priests (five Spaniards and a Salvadoran)";
 * the same token where nothing of the kind ends here.
 */
export function beforeAside({ tokens }: CasualtyText, at: number): number {
  const mark = tokens[at]?.text ?? ''
  const opening = OPENING[mark]
  const isDash = /^[-–—]$/.test(mark)
  if (opening === undefined && !isDash) return at
  for (let before = at - 2; before >= Math.max(0, at - LONGEST); before -= 1) {
    const text = tokens[before]?.text ?? ''
    if (opening === undefined ? /^[-–—]$/.test(text) : text === opening) return beforeDash(tokens, before)
  }
  return at
}

/** A dash of old wires is two. */
const beforeDash = (tokens: CasualtyText['tokens'], at: number): number =>
  /^[-–—]$/.test(tokens[at]?.text ?? '') && tokens[at - 1]?.text === '-' ? at - 2 : at - 1
