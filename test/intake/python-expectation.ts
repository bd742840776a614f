/**
 * Reads the expectations that feedparser's cases carry: Python comparisons such as
 * `not bozo and entries[0]['title'] == 'Example'`. Only what those cases use is understood.
 */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }

/** A comparison of something in the feed, named as feedparser names it, with what it has to be. */
export interface Expectation {
  /** "entries[0].title", "feed.link", "encoding". */
  readonly path: string
  readonly expected: Value
}

/** The comparisons of an expression; undefined when it says something that is no comparison of a value. */
export function expectationsIn(expression: string): Expectation[] | undefined {
  try {
    return new Reading(expression).conjunction()
  } catch {
    return undefined
  }
}

const TOKEN =
  /\s*(?:('''[\s\S]*?'''|u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|[()[\]{},:.+]))/gy

type Token = readonly [kind: 'text' | 'number' | 'name' | 'sign', text: string]

class Reading {
  readonly #tokens: Token[] = []
  #at = 0

  constructor(expression: string) {
    TOKEN.lastIndex = 0
    while (TOKEN.lastIndex < expression.trimEnd().length) {
      const found = TOKEN.exec(expression)
      if (!found) throw new Error('not understood')
      const [, text, number, name, sign] = found
      this.#tokens.push(
        text !== undefined
          ? ['text', unquoted(text)]
          : number !== undefined
            ? ['number', number]
            : name !== undefined
              ? ['name', name]
              : ['sign', sign ?? ''],
      )
    }
  }

  conjunction(): Expectation[] {
    const found = this.#part()
    while (this.#take('and')) found.push(...this.#part())
    if (this.#at < this.#tokens.length) throw new Error('not understood')
    return found
  }

  #part(): Expectation[] {
    if (this.#take('not')) {
      if (this.#take('bozo')) return []
      const path = this.#path()
      return [{ path, expected: null }]
    }
    if (this.#take('bozo')) return []
    if (this.#take('(')) {
      const inner = this.#part()
      this.#must(')')
      return inner
    }
    return this.#comparison()
  }

  #comparison(): Expectation[] {
    const paths = [this.#path()]
    while (this.#take('==') || this.#take('is')) {
      if (this.#isValue()) {
        const expected = this.#value()
        return paths.map((path) => ({ path, expected }))
      }
      paths.push(this.#path())
    }
    throw new Error('not understood')
  }

  #path(): string {
    const [kind, name] = this.#next()
    if (kind !== 'name') throw new Error('not understood')
    let path = name
    for (;;) {
      if (this.#take('(')) {
        path = `${name}(${this.#path()})`
        this.#must(')')
      } else if (this.#take('.')) path += `.${this.#next()[1]}`
      else if (this.#take('[')) {
        const [what, text] = this.#next()
        path += what === 'number' ? `[${text}]` : `.${text}`
        this.#must(']')
      } else return path
    }
  }

  #isValue(): boolean {
    const [kind, text] = this.#tokens[this.#at] ?? ['sign', '']
    return kind === 'text' || kind === 'number' || /^(?:\(|\[|\{|None|True|False)$/.test(text)
  }

  #value(): Value {
    const [kind, text] = this.#next()
    if (kind === 'number') return Number(text)
    if (kind === 'name') return { None: null, True: true, False: false }[text] ?? null
    if (kind === 'sign') return text === '{' ? this.#record() : this.#list(text === '(' ? ')' : ']')
    let whole = text
    while (this.#take('+')) whole += this.#next()[1]
    return whole
  }

  #list(end: string): Value[] {
    const found: Value[] = []
    while (!this.#take(end)) {
      found.push(this.#value())
      this.#take(',')
    }
    return found
  }

  #record(): Value {
    const found: Record<string, Value> = {}
    while (!this.#take('}')) {
      const key = this.#next()[1]
      this.#must(':')
      found[key] = this.#value()
      this.#take(',')
    }
    return found
  }

  #next(): Token {
    const token = this.#tokens[this.#at]
    if (!token) throw new Error('not understood')
    this.#at += 1
    return token
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at]
    const isThere = token?.[1] === text && token[0] !== 'text'
    if (isThere) this.#at += 1
    return isThere
  }

  #must(text: string): void {
    if (!this.#take(text)) throw new Error('not understood')
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

const unquoted = (written: string): string =>
  written
    .replace(/^u/, '')
    .replace(/^(?:'''|'|")|(?:'''|'|")$/g, '')
    .replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_all, wide?: string, narrow?: string, sign?: string) => {
      const code = wide ?? narrow
      return code === undefined ? (ESCAPES[sign ?? ''] ?? sign ?? '') : String.fromCharCode(Number.parseInt(code, 16))
    })
