import { editionNumber } from '../../edition/changes.ts'
import { allPaths } from '../all-addresses.ts'
import { openPageSource } from '../load/open-page-source.ts'
import { openSite, type PageSource, type PublicSite } from '../load/page-source.ts'
import { renderIn } from '../load/render-page.ts'
import { type DataTable, dataTables, writeDataTables } from './data-tables.ts'
import { ExportFiles, removeDrafts, removeFile } from './export-files.ts'
import type { ExportRequest, ExportResult, ExportStage, StageResult } from './export-request.ts'
import { ExportState } from './export-state.ts'
import { type ExportedAddress, hashOf } from './exported-address.ts'
import { takeMedia } from './export-media.ts'
import { type FileMakers, hasThreads, makersHere, makersInThreads } from './make-files.ts'
import type { Absent, Wanted } from './make-file.ts'
import type { Run } from './run.ts'
import { writeServerFiles } from './server-files.ts'
import { staleSince } from './stale-addresses.ts'

/** Fewer than this many are made sooner in one thread than several have started. */
const WORTH_THREADS = 300
/** How many addresses a thread is given at a time. */
const PORTION = 20

/**
 * Writes the whole public site as files, byte for byte what readers are sent, and brings an export from before up to
 * date: only what a change has touched is made anew. It reads the edition and nothing else.
 *
 * @throws OnrecordError `refused` for a folder that is no export of ours; `folder-not-writable`
 */
export async function exportSite(request: ExportRequest): Promise<ExportResult> {
  const { folder, settings, release, edition } = request
  const { siteUrl, webSubHub, indexNowKey } = settings
  const shown = hashOf(Buffer.from(JSON.stringify([webSubHub, indexNowKey])))
  const state = ExportState.open(folder, { siteUrl, release, settings: shown })
  try {
    return await exportInto(state, request, openPageSource(edition, settings))
  } finally {
    state.close()
  }
}

async function exportInto(state: ExportState, request: ExportRequest, source: PageSource): Promise<ExportResult> {
  const { folder, edition, settings } = request
  // Read before anything is rendered: what changes meanwhile is made again by the next run.
  const number = await editionNumber(edition)
  const site = await openSite(source)
  const plan = await planOf(state, request, { site, number })
  state.begin(number)
  const files = new ExportFiles(folder, 'main')
  const run: Run = { state, request, number, site, files, render: renderIn(site) }
  const stages = { site: await runStage(run, plan, 'site'), forms: await runStage(run, plan, 'forms') }
  const common = { siteUrl: settings.siteUrl, number, ...stages }
  if (request.signal?.aborted) {
    return { ...common, isComplete: false, removed: 0, pictures: NO_PICTURES }
  }
  await writeDataTables(run, plan.tables)
  const pictures = await takeMedia(state, request.findMedia)
  const removed = removeVanished(state, plan.paths)
  const own = await writeServerFiles(run)
  for (const file of state.files) if (!own.has(file) && !pictures.files.has(file)) removeFile(folder, file)
  if (state.wasStopped) removeDrafts(folder)
  state.finish(number, [...own, ...pictures.files])
  return { ...common, isComplete: true, removed, pictures: pictures.result }
}

const NO_PICTURES = { taken: 0, missing: 0, firstMissing: null, cardsNotDrawn: 0 } as const

interface Plan {
  /** Every path that there is. */
  readonly paths: ReadonlySet<string>
  readonly addresses: Readonly<Record<ExportStage, number>>
  readonly wanted: Readonly<Record<ExportStage, readonly Wanted[]>>
  /** Tables of the open data that are to be written. */
  readonly tables: readonly DataTable[]
}

async function planOf(
  state: ExportState,
  { edition, text, offline, full }: ExportRequest,
  { site, number }: { site: PublicSite; number: number },
): Promise<Plan> {
  const numbers = new Set([...state.addresses.values()].map((address) => address.number))
  const isStale = await staleSince(edition, { numbers, reached: number, nowMs: Date.now() })
  const paths = new Set<string>()
  const addresses = { site: 0, forms: 0 }
  const wanted: Record<ExportStage, Wanted[]> = { site: [], forms: [] }
  for await (const { path, form } of allPaths(site, { text, offline })) {
    if (paths.has(path)) continue
    paths.add(path)
    const stage = form === 'page' ? 'site' : 'forms'
    addresses[stage] += 1
    const known = state.addresses.get(path)
    if (known && !full && !isStale(known)) continue
    wanted[stage].push({ path, hash: full || state.wasStopped ? null : (known?.hash ?? null) })
  }
  const tables = site.hasRecord ? dataTables() : []
  for (const { path } of tables) paths.add(path)
  const stale = tables.filter(({ path }) => {
    const known = state.addresses.get(path)
    return full || !known || isStale(known)
  })
  return { paths, addresses, wanted, tables: stale }
}

/** Renders one stage, several portions at once; stops between portions when it is asked to. */
async function runStage(run: Run, plan: Plan, stage: ExportStage): Promise<StageResult> {
  const wanted = plan.wanted[stage]
  const began = Date.now()
  const addresses = plan.addresses[stage]
  if (wanted.length === 0) return { addresses, rendered: 0, written: 0, milliseconds: 0 }
  const makers = await makersFor(run, wanted.length)
  try {
    const done = await makeAll(run, makers, { wanted, stage })
    return { addresses, ...done, milliseconds: Date.now() - began }
  } finally {
    await makers.close()
  }
}

async function makeAll(
  run: Run,
  makers: FileMakers,
  { wanted, stage }: { wanted: readonly Wanted[]; stage: ExportStage },
): Promise<{ rendered: number; written: number }> {
  const { request } = run
  const done = { rendered: 0, written: 0 }
  let next = 0
  const work = async () => {
    while (next < wanted.length && !request.signal?.aborted) {
      const portion = wanted.slice(next, next + PORTION)
      next += PORTION
      const made = await makers.make(portion)
      done.written += noteMade(run, portion, made)
      done.rendered += portion.length
      request.onProgress?.({ stage, done: done.rendered, of: wanted.length })
    }
  }
  await Promise.all(Array.from({ length: makers.atOnce }, work))
  return done
}

/** @returns how many have become other than they were */
function noteMade(run: Run, portion: readonly Wanted[], made: readonly (ExportedAddress | Absent)[]): number {
  let written = 0
  for (const [index, one] of made.entries()) {
    const isThere = 'hash' in one
    if (isThere && one.hash !== portion[index]?.hash) written += 1
    moveFile(run, one.path, isThere ? one.file : null)
  }
  run.state.note(
    made.filter((one) => 'hash' in one),
    run.number,
  )
  return written
}

async function makersFor({ request, render, files }: Run, howMany: number): Promise<FileMakers> {
  const { jobs, address, settings, folder } = request
  if (jobs < 2 || howMany < WORTH_THREADS || !hasThreads()) {
    return makersHere({ render, files, siteUrl: settings.siteUrl })
  }
  return makersInThreads(jobs, { edition: address, settings, folder })
}

/** Where there is nothing any more, or under another name, the file from before goes. */
function moveFile({ state, request }: Run, path: string, file: string | null): void {
  const before = state.addresses.get(path)
  if (before && before.file !== null && before.file !== file) removeFile(request.folder, before.file)
  if (file === null) state.forget(path)
}

/** @returns how many addresses were taken away */
function removeVanished(state: ExportState, paths: ReadonlySet<string>): number {
  let removed = 0
  for (const { path, file } of state.addresses.values()) {
    if (paths.has(path)) continue
    if (file !== null) removeFile(state.folder, file)
    state.forget(path)
    removed += 1
  }
  return removed
}
