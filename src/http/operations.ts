import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** One figure for a monitoring system: numbers and fixed words alone, nothing of what is written or of who reads. */
export interface Figure {
  /** In small letters with underscores, its unit at the end: `backup_age_seconds`. */
  readonly name: string
  /** In a sentence. */
  readonly about: string
  readonly value: number
  /** Which one, where there are several: a cache, a kind of job. */
  readonly label?: { readonly name: string; readonly value: string }
}

/** What is asked on the private port. */
export interface OperationsSource {
  /** What keeps this process from its work just now, in our own words; nothing when it can do it. */
  readonly faults: () => Promise<readonly string[]>
  readonly figures: () => Promise<readonly Figure[]>
  /** Told when one of them could not be found out. */
  readonly onFault: (error: unknown) => void
}

/**
 * Answers on the private port: `/healthz` (the process runs), `/readyz` (it can do its work: 200 or 503, with reasons) and
 * `/metrics` in the format of Prometheus. It must not be reachable from outside: it says how much is published and how busy
 * the desk is.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function operationsListener(source: OperationsSource): RequestListener {
  const metrics = metricsOf(source)
  return (request, response) => {
    answer(request, response, { ...source, metrics }).catch((error: unknown) => {
      source.onFault(error)
      send(response, 500, 'text/plain', 'This could not be found out; the log says why.\n')
    })
  }
}

type Answering = OperationsSource & { readonly metrics: () => Promise<{ type: string; text: string }> }

async function answer(request: IncomingMessage, response: ServerResponse, source: Answering): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 405, 'text/plain', 'GET and HEAD only.\n')
  const [path = ''] = (request.url ?? '').split('?')
  switch (path) {
    case '/healthz':
      return send(response, 200, 'text/plain', 'ok\n')
    case '/readyz': {
      const faults = await source.faults()
      const body = `${JSON.stringify({ ready: faults.length === 0, faults })}\n`
      return send(response, faults.length === 0 ? 200 : 503, 'application/json', body)
    }
    case '/metrics': {
      const { type, text } = await source.metrics()
      return send(response, 200, type, text)
    }
    default:
      return send(response, 404, 'text/plain', 'Here are /healthz, /readyz and /metrics.\n')
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  response.end(body)
}

/** All of ours begin with this word; those of the process itself are named as in every Node program. */
const PREFIX = 'onrecord_'

function metricsOf({ figures }: Pick<OperationsSource, 'figures'>) {
  const process = new Registry()
  collectDefaultMetrics({ register: process })
  return async () => {
    // Made anew for each question: a cache that is not there any more has no figure.
    const own = new Registry()
    for (const [name, all] of Map.groupBy(await figures(), (figure) => figure.name)) {
      const about = all[0]?.about ?? name
      const label = all[0]?.label
      const gauge = new Gauge({
        name: PREFIX + name,
        help: about,
        labelNames: label ? [label.name] : [],
        registers: [own],
      })
      for (const figure of all) {
        if (figure.label) gauge.set({ [figure.label.name]: figure.label.value }, figure.value)
        else gauge.set(figure.value)
      }
    }
    return { type: own.contentType, text: (await own.metrics()) + (await process.metrics()) }
  }
}
