import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import { loggedError } from '../../src/upkeep/logged-error.ts'

const SECRET = 'canary-of-a-source'
const lineOf = (error: unknown) => JSON.stringify(loggedError(error))

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('an error in the log', () => {
  it('says what happened in our own words, where, and why', () => {
    const error = new OnrecordError('database-unavailable', 'The database does not answer.', {
      cause: new TypeError('x is not a function'),
    })
    expect(loggedError(error)).toMatchObject({
      type: 'OnrecordError',
      code: 'database-unavailable',
      message: 'The database does not answer.',
      at: expect.arrayContaining([expect.stringContaining('logged-error.test.ts:')]) as unknown,
      cause: { type: 'TypeError', message: 'x is not a function' },
    })
  })

  it('names a fault of ours as the engine does', () => {
    const error = thrownBy(() => (undefined as unknown as { story: { id: string } }).story.id)
    expect(loggedError(error)).toMatchObject({ message: "Cannot read properties of undefined (reading 'story')" })
  })

  it.each([
    ['what a parser quotes', () => JSON.parse(SECRET) as unknown],
    ['an address that is none', () => new URL(SECRET)],
    ['a word that is no number', () => BigInt(SECRET)],
    ['a zone that there is not', () => new Intl.DateTimeFormat('en', { timeZone: SECRET })],
    [
      'a property of a text',
      () => {
        'use strict'
        Object.assign(Object(SECRET) as object, { 0: 'x' })
      },
    ],
  ])('holds nothing of %s', (_, work) => {
    const error = thrownBy(work)
    expect(error).toBeInstanceOf(Error)
    expect(lineOf(error)).not.toContain(SECRET)
    expect(lineOf(error)).toContain('logged-error.test.ts')
  })

  it('holds nothing that a database says of a row', () => {
    const error = Object.assign(new Error(`duplicate key value: (name)=(${SECRET})`), {
      code: '23505',
      severity: 'ERROR',
      detail: `Key (name)=(${SECRET}) already exists.`,
      where: SECRET,
      table: 'accounts',
      constraint: 'accounts_name_key',
      query: SECRET,
    })
    const line = lineOf(error)
    expect(line).not.toContain(SECRET)
    expect(loggedError(error)).toMatchObject({ code: '23505', severity: 'ERROR', table: 'accounts' })
  })

  it('holds nothing of any message, property, cause or part, whatever is written there', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom(
        `\n    at ${SECRET} (/x/y.ts:1:2)`,
        `x is not a function\n${SECRET}`,
        `\n    at file:///${SECRET} (`,
      ),
    )
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const message = `${before}${SECRET}${after}`
        const plain = new TypeError(message, { cause: new Error(message) })
        const odd = Object.assign(new AggregateError([plain, message], message), {
          code: `a ${SECRET}: ${message}`,
          name: `${SECRET}\n`,
          input: message,
        })
        expect(lineOf(odd)).not.toContain(SECRET)
        expect(lineOf(message)).not.toContain(SECRET)
      }),
    )
  })
})
