import { decodeText } from './encoding.ts'
import type { Incoming } from './incoming.ts'
import { type IntakeFile, tooLarge, wholeBytes } from './intake-file.ts'

/** What a JSON file holds, and what is wrong with it; `value` is undefined when nothing could be read. */
export interface ReadJson {
  readonly value: unknown
  readonly problems: readonly Incoming[]
}

/**
 * Reads a whole file of JSON (RFC 8259). One that is cut off is read up to the last whole entry of a list, and a fatal
 * problem says so; one that breaks the rules of JSON gives only that problem, with its place.
 */
export async function readJsonFile(file: IntakeFile): Promise<ReadJson> {
  const bytes = await wholeBytes(file)
  if (!bytes) return { value: undefined, problems: [tooLarge(file)] }
  const decoded = decodeText(bytes)
  if (decoded.kind === 'unreadable') return { value: undefined, problems: [problem(file.name, decoded.what, true)] }
  const told = decoded.problem === null ? [] : [problem(file.name, decoded.problem, decoded.isGuess)]
  const { value, fault } = parseJson(decoded.text)
  return { value, problems: fault === null ? told : [...told, problem(file.name, fault, true)] }
}

const problem = (where: string, what: string, isFatal: boolean): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where,
  what,
  ...(isFatal ? { fatal: true } : {}),
})

/** Reads JSON that may be cut off. `fault` says what is wrong with it, if anything is. */
export function parseJson(text: string): { readonly value: unknown; readonly fault: string | null } {
  const first = parsed(text)
  if (first.fault === null) return first
  const closed = closedText(text)
  const whole = closed === undefined ? first : parsed(closed)
  if (closed === undefined || whole.fault !== null)
    return { value: undefined, fault: `The file is no whole JSON: ${first.fault}. Export it again.` }
  const line = text.trimEnd().split('\n').length
  return {
    value: whole.value,
    fault: `The file is cut off at line ${line}: what came before was read. Export it again to have the rest.`,
  }
}

function parsed(text: string): { readonly value: unknown; readonly fault: string | null } {
  try {
    return { value: JSON.parse(text) as unknown, fault: null }
  } catch (error) {
    return { value: undefined, fault: error instanceof Error ? error.message : 'it cannot be read' }
  }
}

/** A JSON text that ends too early, ended behind the last whole object of a list; undefined where there is none. */
function closedText(text: string): string | undefined {
  const open: string[] = []
  let last: { readonly at: number; readonly closers: string } | undefined
  const marks = /["[\]{}]/g
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const sign = mark[0]
    if (sign === '"') marks.lastIndex = endOfString(text, marks.lastIndex)
    if (sign === '{' || sign === '[') open.push(sign)
    if (sign !== '}' && sign !== ']') continue
    if (open.pop() !== (sign === '}' ? '{' : '[')) return undefined
    if (sign === '}' && open.at(-1) === '[') last = { at: marks.lastIndex, closers: closersOf(open) }
  }
  return last && open.length > 0 ? text.slice(0, last.at) + last.closers : undefined
}

const closersOf = (open: readonly string[]): string =>
  open
    .toReversed()
    .map((sign) => (sign === '{' ? '}' : ']'))
    .join('')

/** Where the string that begins here has ended; the text's end when it never does. */
function endOfString(text: string, from: number): number {
  const marks = /["\\]/g
  marks.lastIndex = from
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '"') return marks.lastIndex
    marks.lastIndex += 1
  }
  return text.length
}
