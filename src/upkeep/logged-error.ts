import { OnrecordError } from '../errors.ts'

/** What an error says of itself in words that its maker chose for everybody: codes and names, none of them a value. */
const TOLD = ['code', 'errno', 'errcode', 'errstr', 'syscall', 'severity', 'table', 'constraint', 'routine'] as const

/** As deep as causes are followed. */
const DEEPEST = 4

/** What the engine itself says of a mistake in our code, with nothing in it but words of the code. */
const OF_THE_ENGINE =
  /^(?:Cannot read properties of (?:undefined|null) \(reading '[\w$]{1,60}'\)|[\w$.]{1,80} is not (?:a function|defined|iterable|a constructor))$/

/**
 * An error as a log may have it: what kind it is, its codes, where in the code it came up, and our own sentences.
 *
 * An allow-list. What others put into messages and properties of their errors is left out: a database names the row that
 * it refused, a parser quotes the text that it could not read, an address parser the address.
 */
export function loggedError(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error }
  const inner = error instanceof AggregateError ? error.errors.slice(0, 3) : []
  const message = messageOf(error)
  return {
    type: nameOf(error),
    ...(message === undefined ? {} : { message }),
    ...toldBy(error),
    at: framesOf(error),
    ...(error.cause !== undefined && depth < DEEPEST ? { cause: loggedError(error.cause, depth + 1) } : {}),
    ...(inner.length > 0 && depth < DEEPEST ? { errors: inner.map((one) => loggedError(one, depth + 1)) } : {}),
  }
}

const nameOf = ({ name }: Error): string => (/^\w{1,60}$/.test(name) ? name : 'Error')

function messageOf(error: Error): string | undefined {
  if (error instanceof OnrecordError) return error.message
  return OF_THE_ENGINE.test(error.message) ? error.message : undefined
}

function toldBy(error: Error): Record<string, string | number> {
  const pairs = TOLD.flatMap((name): [string, string | number][] => {
    const value: unknown = Reflect.get(error, name)
    // A code is a word or a number; whatever is longer, or a sentence with a sign in it, is none.
    return typeof value === 'number' || (typeof value === 'string' && /^[\w. -]{1,80}$/.test(value))
      ? [[name, value]]
      : []
  })
  return Object.fromEntries(pairs)
}

/** Where it came up: files and lines of the code, never the message that the engine writes above them. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  const behind = start === -1 ? stack : stack.slice(start + message.length)
  return behind
    .split('\n')
    .flatMap(
      (line) =>
        /^ {4}at ((?:async )?(?:new )?(?:[\w$.<>#[\] ]{1,120} \()?(?:file:|node:|\/)[\w$@%./:+-]{1,300}:\d+:\d+\)?)$/.exec(
          line,
        )?.[1] ?? [],
    )
    .slice(0, 15)
}
