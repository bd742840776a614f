import type { IncomingMessage, ServerResponse } from 'node:http'
import type { OpenReportSite, ReportSite } from '../press/load/load-report.ts'
import { asciiAddress, securityHeaders } from '../press/page-headers.ts'
import type { NewReport } from '../press/report-inbox.ts'
import { notFoundPage } from '../site/notice-pages.tsx'
import type { RenderedPage } from '../site/props.ts'
import {
  reportPage,
  reportSentPage,
  reportSentPath,
  reportUnreadPage,
  TRAP_FIELD,
  type UnreadReport,
} from '../site/house/report-page.tsx'
import { isReportKind, problemsOf, type ReportFields } from '../story/reader-report.ts'
import { clientAddress, type IsTrustedProxy } from './client-address.ts'
import { compressed } from './compressed.ts'
import { type FormLimits, readForm } from './form-body.ts'
import type { QueryRoute, Question } from './query-route.ts'
import type { ReportLimits } from './report-limits.ts'

export interface ReportRouteOptions {
  readonly open: OpenReportSite
  /** Leaves a report where the newsroom finds it. @returns whether there was room */
  readonly leave: (report: NewReport) => Promise<boolean>
  readonly limits: ReportLimits
  /** Whose `X-Forwarded-For` is believed. */
  readonly isTrustedProxy: IsTrustedProxy
  /** Told when a report could not be left; the reader is asked to come back. */
  readonly onFault: (error: unknown) => void
  readonly form?: FormLimits
}

/** 4,000 letters of any script, as a browser encodes them, and the other fields. */
const FORM_LIMITS: FormLimits = { maxBytes: 64 * 1024, timeoutMs: 20_000 }

/** More bodies than this at one time are nobody's readers. */
const MOST_AT_ONCE = 32

/**
 * `/report`: the form in which readers report an error, and what they send with it.
 *
 * GET shows the form for the page that `about` names, or thanks (`sent`). POST keeps the report and leads to the thanks
 * with 303, or answers with the form again: 422 when something is missing, 503 when the desk can take no more; 403, 408,
 * 413, 415 and 400 when what was sent cannot be read. No answer is kept, and none sets anything on the reader's side.
 */
export function reportRoute(options: ReportRouteOptions): QueryRoute {
  let reading = 0
  return {
    takesForms: true,
    isFor: ({ path }) => /^(?:\/[A-Za-z-]+)?\/report$/.test(path),
    answer: async (question, request, response) => {
      const site = await options.open(question.path)
      if (!site.isHere)
        return send({ request, response }, { status: 404, page: notFoundPage({ context: site.context }), site })
      if (request.method === 'GET' || request.method === 'HEAD') {
        return send({ request, response }, await shown(site, question))
      }
      if (request.method !== 'POST') return sendNotAllowed(response)
      if (reading >= MOST_AT_ONCE) return cut({ request, response }, unread(site, 503, 'slow'))
      reading += 1
      try {
        await answerPost(options, site, { request, response })
      } finally {
        reading -= 1
      }
    },
  }
}

interface ReportAnswer {
  readonly status: number
  readonly page: RenderedPage
  readonly site: ReportSite
  /** Was not all of the request read? Then the line cannot be used again. */
  readonly isCut?: boolean
}

async function shown(site: ReportSite, { query }: Question): Promise<ReportAnswer> {
  const { context, safelyPath } = site
  const sent = query.get('sent')
  if (sent !== null) return { status: 200, page: reportSentPage(context, await site.pageAt(sent)), site }
  const named = query.get('about')
  const about = named === null ? null : await site.pageAt(named)
  const page = reportPage({ context, about, safelyPath, sent: null, refusal: null })
  return { status: named !== null && about === null ? 404 : 200, page, site }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

async function answerPost(options: ReportRouteOptions, site: ReportSite, exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  if (!isFromHere(request, site.context.siteUrl)) return cut(exchange, unread(site, 403, 'elsewhere'))
  const fields = await readForm(request, options.form ?? FORM_LIMITS)
  if (typeof fields === 'string') return cut(exchange, unread(site, UNREAD_STATUS[fields], fields))
  const field = (name: string) => fields.get(name) ?? ''
  const sent: ReportFields = {
    about: field('about'),
    kind: field('kind'),
    text: field('text'),
    contact: field('contact'),
  }
  const about = await site.pageAt(sent.about)
  const again = (status: number, refusal: 'busy' | 'full' | null) => {
    const page = reportPage({ context: site.context, about, safelyPath: site.safelyPath, sent, refusal })
    return send({ request, response }, { status, page, site })
  }
  if (about === null || !isReportKind(sent.kind) || problemsOf(sent).length > 0) return again(422, null)
  // What fills in the field that nobody sees is thanked and forgotten.
  if (field(TRAP_FIELD) !== '') return sendOn(response, reportSentPath(site.context, about))
  if (!options.limits.admit(askedFrom(request, options))) return again(503, 'busy')
  const report: NewReport = {
    about: about.path,
    storyId: about.storyId,
    language: site.context.language,
    kind: sent.kind,
    text: sent.text.trim(),
    contact: sent.contact.trim() || null,
  }
  if (!(await isLeft(options, report))) return again(503, 'full')
  sendOn(response, reportSentPath(site.context, about))
}

/** Where the request comes from: for counting, and for nothing else. */
const askedFrom = ({ socket, headers }: IncomingMessage, { isTrustedProxy }: ReportRouteOptions): string | null =>
  clientAddress(socket.remoteAddress, [headers['x-forwarded-for'] ?? ''].flat().join(','), isTrustedProxy)

async function isLeft({ leave, onFault }: ReportRouteOptions, report: NewReport): Promise<boolean> {
  try {
    return await leave(report)
  } catch (error) {
    onFault(error)
    return false
  }
}

const UNREAD_STATUS = { type: 415, large: 413, slow: 408, form: 400 } as const satisfies Record<
  Exclude<UnreadReport, 'elsewhere'>,
  number
>

const unread = (site: ReportSite, status: number, why: UnreadReport): ReportAnswer => ({
  status,
  page: reportUnreadPage(site.context, why),
  site,
  isCut: true,
})

/**
 * Was the form sent from a page of this site? Another site could make its own readers write to us. Browsers say where a
 * form stood (Fetch Metadata, RFC 6454); what is no browser need not.
 */
function isFromHere({ headers }: IncomingMessage, siteUrl: string): boolean {
  const fetchSite = headers['sec-fetch-site']
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none'
  const { origin, host } = headers
  if (origin === undefined) return true
  const from = URL.parse(origin)
  return from !== null && (from.origin === siteUrl || from.host === host?.toLowerCase())
}

/** Answers a request of which the rest is not wanted, and closes the line behind it. */
function cut({ request, response }: Exchange, answer: ReportAnswer): Promise<void> {
  response.on('finish', () => request.socket.destroySoon())
  return send({ request, response }, answer)
}

async function send({ request, response }: Exchange, answer: ReportAnswer): Promise<void> {
  const { status, page, site, isCut = false } = answer
  const { bytes, headers } = await compressed(page.body, request)
  response.writeHead(status, [
    'Content-Type',
    page.contentType,
    'Content-Language',
    site.context.language,
    ...headers,
    'Vary',
    'Accept-Encoding',
    ...NEVER_KEPT,
    ...(status === 503 ? ['Retry-After', '900'] : []),
    ...(isCut ? ['Connection', 'close'] : []),
    ...securityHeaders(page.style),
  ])
  response.end(bytes)
}

const NEVER_KEPT = ['Cache-Control', 'no-store', 'X-Robots-Tag', 'noindex']

function sendOn(response: ServerResponse, path: string): void {
  response.writeHead(303, [
    'Location',
    asciiAddress(path),
    'Content-Length',
    '0',
    ...NEVER_KEPT,
    ...securityHeaders(null),
  ])
  response.end()
}

function sendNotAllowed(response: ServerResponse): void {
  response.writeHead(405, ['Allow', 'GET, HEAD, POST', 'Content-Length', '0', ...NEVER_KEPT, ...securityHeaders(null)])
  response.end()
}
