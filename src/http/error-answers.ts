import type { RequestListener } from 'node:http'
import type { Answer } from '../press/kept-page.ts'
import { securityHeaders } from '../press/page-headers.ts'
import type { RenderedPage } from '../site/props.ts'

/** Draws the page that a failed request gets. It must not need the edition. */
export type ErrorPage = (status: number) => RenderedPage

/** How long a client should wait before it asks again, in seconds. */
const RETRY_AFTER_SECONDS = '5'

/**
 * The answers to requests that get no page: malformed, not allowed, failed.
 *
 * Each is drawn once, at the first use, and goes out uncompressed: nothing here may depend on what just failed.
 */
export function errorAnswers(errorPage: ErrorPage, onFault: (error: unknown) => void): (status: number) => Answer {
  const drawn = new Map<number, Answer>()
  return (status) => {
    const answer = drawn.get(status) ?? answerOf(status, draw(status))
    drawn.set(status, answer)
    return answer
  }

  function draw(status: number): RenderedPage {
    try {
      return errorPage(status)
    } catch (error) {
      onFault(error)
      return { contentType: 'text/plain; charset=utf-8', body: `${status}\n`, style: null }
    }
  }
}

function answerOf(status: number, page: RenderedPage): Answer {
  const bytes = Buffer.from(page.body)
  const headers = [
    'Content-Type',
    page.contentType,
    'Content-Length',
    String(bytes.length),
    'Cache-Control',
    'no-store',
    ...(status === 405 ? ['Allow', 'GET, HEAD'] : []),
    ...(status >= 500 ? ['Retry-After', RETRY_AFTER_SECONDS] : []),
    ...securityHeaders(page.style),
  ]
  return { status, headers, bytes }
}

/** Answers everything with 503 as long as there is nothing to be read: come back in a moment. */
export function answerNotYet(errorPage: ErrorPage, onFault: (error: unknown) => void): RequestListener {
  const answerOf = errorAnswers(errorPage, onFault)
  return (request, response) => {
    const { status, headers, bytes } = answerOf(503)
    request.resume()
    response.writeHead(status, headers as string[]).end(bytes)
  }
}
