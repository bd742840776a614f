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
 * It is asked only for addresses at which no page is kept, and answers the whole request or nothing of it: it may pass,
 * before a header was sent, and the reader gets the page of that address, or the site's ordinary absence.
 */
export interface QueryRoute {
  /** Is it asked for every method, and answers those it does not take itself? Others are asked for GET and HEAD only. */
  readonly takesForms?: true
  /** Is this address one of its own? */
  isFor(question: Question): boolean
  answer(question: Question, request: IncomingMessage, response: ServerResponse): Promise<void | 'pass' | 'done'>
}

/** The query of a request's target; empty when it has none. */
export function queryOf(target: string): URLSearchParams {
  const start = target.indexOf('?')
  if (start === -1) return new URLSearchParams()
  const end = target.indexOf('#', start)
  return new URLSearchParams(target.slice(start + 1, end === -1 ? undefined : end))
}
