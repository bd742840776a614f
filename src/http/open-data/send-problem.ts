import type { ServerResponse } from 'node:http'
import { securityHeaders } from '../../press/page-headers.ts'

const TITLES = {
  404: 'Not found',
  422: 'The question cannot be read',
  503: 'Busy',
} as const

/** Answers a program that asked for data with what is wrong (RFC 9457), in one sentence that says what to do. */
export function sendProblem(response: ServerResponse, status: keyof typeof TITLES, detail: string): void {
  const body = Buffer.from(`${JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail })}\n`)
  response.writeHead(status, [
    'Content-Type',
    'application/problem+json',
    'Content-Length',
    String(body.length),
    'Cache-Control',
    'no-store',
    'Access-Control-Allow-Origin',
    '*',
    ...(status === 503 ? ['Retry-After', '5'] : []),
    ...securityHeaders(null),
  ])
  response.end(body)
}
