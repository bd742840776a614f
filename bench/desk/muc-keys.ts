/** A template of a MUC-4 key, slot by slot; a slot of several lines has one fill a line. */
export interface MucTemplate {
  readonly document: string
  /** The key says of it that it may be given or not. */
  readonly isOptional: boolean
  readonly slots: ReadonlyMap<number, readonly MucFill[]>
}

/** One line of a slot: `? INJURY / DEATH: "POLICEMAN" / "OFFICER"`. */
export interface MucFill {
  readonly isOptional: boolean
  /** What stands before the colon, or all of it: alternatives of which each is right. */
  readonly values: readonly string[]
  /** The names behind the colon, which say of whom: alternatives too. */
  readonly of: readonly string[]
}

/** Reads a file of keys; documents about nothing that matters have one template of stars, which is left out. */
export function mucTemplates(file: string): MucTemplate[] {
  const templates: MucTemplate[] = []
  for (const lines of recordsOf(file)) {
    const slots = slotsOf(lines)
    const number = slots.get(1)?.[0] ?? ''
    const document = /[A-Z]+\d?-MUC[34]-\d{4}/.exec(slots.get(0)?.[0] ?? '')?.[0]
    if (document === undefined || !/^\s*\d/.test(number)) continue
    const fills = [...slots].map(([slot, written]) => [slot, written.flatMap((one) => fillOf(one) ?? [])] as const)
    templates.push({ document, isOptional: number.includes('OPTIONAL'), slots: new Map(fills) })
  }
  return templates
}

/** Templates begin with slot 0; comments begin with a semicolon. */
function recordsOf(file: string): string[][] {
  const records: string[][] = []
  for (const line of file.split(/\r?\n/)) {
    if (line.startsWith(';') || line.trim() === '') continue
    if (line.startsWith('0.')) records.push([line])
    else records.at(-1)?.push(line)
  }
  return records
}

/** So far to the right stands what fills a slot. */
const COLUMN = 36

function slotsOf(lines: readonly string[]): Map<number, string[]> {
  const slots = new Map<number, string[]>()
  let slot = -1
  for (const line of lines) {
    const number = /^(\d+)\./.exec(line)?.[1]
    if (number !== undefined) slot = Number(number)
    const written = line.slice(number === undefined ? 0 : COLUMN).trim()
    slots.set(slot, [...(slots.get(slot) ?? []), written])
  }
  return slots
}

/** Nothing for an empty slot, a dash or a star. */
function fillOf(written: string): MucFill | undefined {
  const isOptional = written.startsWith('?')
  const rest = written.replace(/^\?\s*/, '').trim()
  if (/^[-*]?$/.test(rest)) return undefined
  const colon = /^([^":]*):\s*/.exec(rest)
  const values = colon?.[1] ?? rest
  const of = colon ? rest.slice(colon[0].length) : ''
  return { isOptional, values: alternatives(values.replace(/^\(|\)$/g, '')), of: alternatives(of) }
}

/** `"FMLN" / "FARABUNDO MARTI"`: slashes inside quotation marks part nothing; `\"` is one mark of the text. */
function alternatives(written: string): string[] {
  const quoted = [...written.matchAll(/"((?:\\"|[^"])*)"/g)].map(([, text = '']) => text.replaceAll('\\"', '"'))
  const found = quoted.length > 0 ? quoted : written.split('/')
  return found.map((one) => one.trim()).filter((one) => one !== '')
}
