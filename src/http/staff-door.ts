import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { securityHeaders } from '../press/page-headers.ts'
import { type ErrorPage, errorAnswers } from './error-answers.ts'
import { statusOf } from './problem.ts'
import { type QueryRoute, queryOf } from './query-route.ts'
import { destinationOf } from './request-line.ts'

export interface StaffDoor {
  readonly isForStudio: (target: string) => boolean
  readonly studio: RequestListener
  /** What readers send here all the same, such as what they report. */
  readonly routes: readonly QueryRoute[]
  readonly errorPage: ErrorPage
  readonly onFault: (error: unknown) => void
}

/** The door of a process that serves the studio and no pages of the site: `/` leads to the studio, and little else is here. */
export function answerStaff({ isForStudio, studio, routes, errorPage, onFault }: StaffDoor): RequestListener {
  const errorAnswer = errorAnswers(errorPage, onFault)
  const sendError = (status: number, response: ServerResponse) => {
    const { headers, bytes } = errorAnswer(status)
    response.writeHead(status, headers as string[]).end(bytes)
  }
  const answerOthers = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const destination = destinationOf(request.url ?? '')
      if (destination.kind === 'malformed') return sendError(400, response)
      const question = { path: destination.path, query: queryOf(request.url ?? '') }
      const route = routes.find((one) => one.isFor(question))
      if (route && (await route.answer(question, request, response)) !== 'pass') return
      if (destination.path !== '/') return sendError(404, response)
      response.writeHead(302, ['Location', '/studio', 'Content-Length', '0', ...NEVER_KEPT]).end()
    } catch (error) {
      onFault(error)
      if (response.headersSent) response.destroy()
      else sendError(statusOf(error), response)
    }
  }
  return (request, response) => {
    if (isForStudio(request.url ?? '')) studio(request, response)
    else void answerOthers(request, response)
  }
}

const NEVER_KEPT = ['Cache-Control', 'no-store', ...securityHeaders(null)]
