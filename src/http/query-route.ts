import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request with a question in it, read as far as every route needs it. */
export interface Question {
  /** Decoded, one slash between parts, none at the end. */
  readonly path: string
  readonly query: URLSearchParams
}

/**
 * Something that answers by the words of the query and therefore is never kept: a search, a download.
 *
 * It is asked only for addresses at which no page is kept, and answers the whole request or nothing of it.
 */
export interface QueryRoute {
  /** Is this address one of its own? */
  isFor(question: Question): boolean
  answer(question: Question, request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** The query of a request's target; empty when it has none. */
export function queryOf(target: string): URLSearchParams {
  const start = target.indexOf('?')
  if (start === -1) return new URLSearchParams()
  const end = target.indexOf('#', start)
  return new URLSearchParams(target.slice(start + 1, end === -1 ? undefined : end))
}
