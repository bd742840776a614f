import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../src/http/listener.ts'
import { operationsListener, type OperationsSource } from '../../src/http/operations.ts'

const faultless: OperationsSource = {
  faults: async () => [],
  figures: async () => [
    { name: 'pages_kept', about: 'Pages kept in memory.', value: 12 },
    { name: 'cache_behind_changes', about: 'Changes.', value: 0, label: { name: 'cache', value: 'varnish' } },
    { name: 'cache_behind_changes', about: 'Changes.', value: 3, label: { name: 'cache', value: 'fastly' } },
  ],
  onFault: () => undefined,
}

describe('the private port', () => {
  let open: Listening | undefined
  afterEach(() => open?.close())

  async function asked(path: string, source: Partial<OperationsSource> = {}, method = 'GET') {
    const answer = operationsListener({ ...faultless, ...source })
    open = await listen({ host: '127.0.0.1', port: 0, answer, onFault: () => undefined })
    const response = await fetch(`http://127.0.0.1:${open.port}${path}`, { method })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  it('says that the process runs, whatever else is the matter', async () => {
    expect(await asked('/healthz', { faults: async () => ['The edition cannot be read.'] })).toMatchObject({
      status: 200,
    })
  })

  it('says whether the process can do its work, and why not', async () => {
    expect(await asked('/readyz')).toMatchObject({ status: 200, text: '{"ready":true,"faults":[]}\n' })
    const away = await asked('/readyz', { faults: async () => ['The edition cannot be read.'] })
    expect(away).toMatchObject({ status: 503, text: '{"ready":false,"faults":["The edition cannot be read."]}\n' })
  })

  it('gives figures as Prometheus reads them, those of the process among them', async () => {
    const { status, text, headers } = await asked('/metrics')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4')
    expect(text).toContain('# HELP onrecord_pages_kept Pages kept in memory.')
    expect(text).toContain('onrecord_pages_kept 12\n')
    expect(text).toContain('onrecord_cache_behind_changes{cache="fastly"} 3\n')
    expect(text).toContain('process_resident_memory_bytes')
  })

  it('answers nothing else, and tells nobody of a fault but the log', async () => {
    expect((await asked('/')).status).toBe(404)
    await open?.close()
    expect((await asked('/metrics', {}, 'POST')).status).toBe(405)
    await open?.close()
    const faults: unknown[] = []
    const broken = await asked('/metrics', {
      figures: () => Promise.reject(new Error('a secret reason')),
      onFault: (error) => faults.push(error),
    })
    expect(broken.status).toBe(500)
    expect(broken.text).not.toContain('secret')
    expect(faults).toHaveLength(1)
  })
})
