/** A regular expression as far as it matters for how long it can take: what repeats, and what stands before it. */
export type RegexPart =
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'row'; readonly parts: readonly RegexPart[] }
  | { readonly kind: 'either'; readonly ways: readonly RegexPart[] }
  | { readonly kind: 'look'; readonly part: RegexPart }
  | { readonly kind: 'again'; readonly part: RegexPart; readonly min: number; readonly max: number }

/** Takes a pattern of JavaScript apart. @throws Error for what it does not understand: then this file wants a line more */
export function partsOf(pattern: string): RegexPart {
  let at = 0
  const starts = (text: string) => pattern.startsWith(text, at)

  function either(): RegexPart {
    const ways = [row()]
    while (starts('|')) {
      at += 1
      ways.push(row())
    }
    return ways.length === 1 && ways[0] ? ways[0] : { kind: 'either', ways }
  }
  function row(): RegexPart {
    const parts: RegexPart[] = []
    while (at < pattern.length && !starts('|') && !starts(')')) parts.push(repeated(atom()))
    return { kind: 'row', parts }
  }
  function repeated(part: RegexPart): RegexPart {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(pattern.slice(at))
    if (!found) return part
    at += found[0].length
    const [, sign, low = '', comma, high] = found
    if (sign !== undefined) return { kind: 'again', part, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity }
    const max = comma === '' ? Number(low) : high === '' ? Infinity : Number(high)
    return { kind: 'again', part, min: Number(low), max }
  }
  function atom(): RegexPart {
    if (starts('(')) return group()
    if (starts('[')) return one(classEnd())
    if (starts('\\'))
      return one(
        /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<\w+>|c\w|\d+|[\s\S])/i.exec(pattern.slice(at))?.[0]
          .length ?? 2,
      )
    if (starts('^') || starts('$')) {
      at += 1
      return { kind: 'nothing' }
    }
    return one(String.fromCodePoint(pattern.codePointAt(at) ?? 0).length)
  }
  function one(length: number): RegexPart {
    const source = pattern.slice(at, at + length)
    at += length
    return /^\\(?:[bB]|[1-9]|k<)/.test(source) ? { kind: 'nothing' } : { kind: 'one', source }
  }
  /** How long the class is that begins here. */
  function classEnd(): number {
    const found = /^\[(?:\\[\s\S]|[^\]\\])*\]/.exec(pattern.slice(at))
    if (!found) throw new Error(`A class without an end: ${pattern}`)
    return found[0].length
  }
  function group(): RegexPart {
    const opening = /^\((?:\?(?:<?[=!]|:|<\w+>|[a-z]*-?[a-z]*:))?/.exec(pattern.slice(at))?.[0] ?? '('
    at += opening.length
    const part = either()
    if (!starts(')')) throw new Error(`A group without an end: ${pattern}`)
    at += 1
    return /[=!]$/.test(opening) ? { kind: 'look', part } : part
  }
  const whole = either()
  if (at !== pattern.length) throw new Error(`Not read to its end: ${pattern}`)
  return whole
}
