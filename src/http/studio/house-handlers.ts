import { statfs } from 'node:fs/promises'
import { examineStudio } from '../../newsroom/examine.ts'
import { exportLines } from '../../newsroom/exporting/export-newsroom.ts'
import { noteExport } from '../../newsroom/note-export.ts'
import { retryFailedJob } from '../../newsroom/retry-job.ts'
import { accountNames } from '../../store/accounts.ts'
import { auditLinesBefore } from '../../store/audit-pages.ts'
import { unfinishedJobs } from '../../store/jobs.ts'
import type { HOUSE_ENDPOINTS } from '../contract/house.ts'
import type { Handlers } from './answer-endpoint.ts'

const PAGE = 100
const MOST_JOBS = 100

/** Audit, health, export. */
export const houseHandlers: Handlers<typeof HOUSE_ENDPOINTS> = {
  'GET /audit': async ({ query }, { newsroom }) => {
    const { before = null, ...filter } = query
    const lines = await auditLinesBefore(newsroom.db, { before, limit: PAGE, filter })
    const names = await accountNames(
      newsroom.db,
      lines.map(({ actor }) => actor),
    )
    const shown = lines.map(({ seal: _seal, actor, detail, ...line }) => ({
      ...line,
      detail: { ...detail },
      actorId: actor,
      actor: names.get(actor) ?? actor,
    }))
    return { lines: shown, before: lines.length === PAGE ? (lines.at(-1)?.number ?? null) : null }
  },
  'GET /health': async (_, { newsroom, house }) => {
    const space = await statfs(house.dataFolder).catch(() => null)
    const findings = await examineStudio(newsroom, space && space.bavail * space.bsize)
    const jobs = await unfinishedJobs(newsroom.db, MOST_JOBS)
    return {
      findings: findings.map(({ level, what, remedy = null }) => ({ level, what, remedy })),
      jobs: jobs.map(({ givenUpAt, ...job }) => ({ ...job, isGivenUp: givenUpAt !== null })),
    }
  },
  'POST /jobs/{jobId}/retry': async ({ params }, { newsroom }) => {
    await retryFailedJob(newsroom, params.jobId)
    return {}
  },
  'GET /export': async (_, { newsroom }) => {
    await noteExport(newsroom)
    return new Response(asLines(exportLines(newsroom, { publicOnly: false })), {
      headers: {
        'content-type': 'application/jsonl',
        'content-disposition': `attachment; filename="newsroom-${newsroom.now().slice(0, 10)}.jsonl"`,
        'x-content-type-options': 'nosniff',
      },
    })
  },
}

/** Written as it is read: a newsroom of any size is never held whole. */
function asLines(lines: AsyncGenerator<object>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`))
    },
    cancel: async () => {
      await lines.return(undefined)
    },
  })
}
