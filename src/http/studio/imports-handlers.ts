import { OnrecordError } from '../../errors.ts'
import type { ImportId } from '../../ids.ts'
import { EMPTY_MAPPING, type NameMapping, parseNameMapping } from '../../intake/name-mapping.ts'
import { findUpload, forgetUpload, pathOfUpload, uploadsIn } from '../../media/uploads.ts'
import { previewImport } from '../../newsroom/importing/preview-import.ts'
import { openUpload } from '../../newsroom/importing/running-imports.ts'
import { stopImport } from '../../newsroom/importing/stop-import.ts'
import { newId } from '../../newsroom/newsroom.ts'
import { type ImportOnFile, importById, importsBefore, problemsAfter } from '../../store/imports.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { IMPORTS_ENDPOINTS } from '../contract/imports.ts'
import type { Handlers } from './answer-endpoint.ts'
import { importsJson, previewJson } from './import-json.ts'
import { accountOf, type Visit } from './visit.ts'

const IMPORTS = 20
const PROBLEMS = 200

/** Moving in: files that were sent become stories. */
export const importsHandlers: Handlers<typeof IMPORTS_ENDPOINTS> = {
  'POST /imports/preview': async ({ body }, visit) => {
    const { path, name } = await uploaded(visit, body.uploadId)
    const inputs = await openUpload({ path, name })
    try {
      const preview = await previewImport(visit.newsroom, inputs, {
        source: body.source || null,
        mapping: mappingIn(body.mapping),
        reading: { readOn: null, zone: body.zone ?? null },
      })
      return previewJson(preview)
    } finally {
      await inputs.close()
    }
  },
  'POST /imports': async ({ body }, visit) => {
    const { path, name, forget } = await uploaded(visit, body.uploadId)
    const id = newId(visit.newsroom, 'import')
    await visit.house.imports.begin(visit.newsroom, {
      id,
      name,
      path,
      publish: body.publish,
      source: body.source || null,
      mapping: mappingIn(body.mapping),
      zone: body.zone ?? null,
      onEnd: forget,
    })
    return { importId: id }
  },
  'GET /imports': async ({ query }, { newsroom }) => {
    const found = await importsBefore(newsroom.db, { before: query.before ?? null, limit: IMPORTS })
    return {
      imports: await importsJson(newsroom.db, found, newsroom.now()),
      before: found.length === IMPORTS ? (found.at(-1)?.number ?? null) : null,
    }
  },
  'GET /imports/{importId}': async ({ params, query }, { newsroom }) => {
    const one = await found(newsroom.db, params.importId)
    const [json] = await importsJson(newsroom.db, [one], newsroom.now())
    if (!json) throw unknown(params.importId)
    const problems = await problemsAfter(newsroom.db, one.id, { after: query.after ?? 0, limit: PROBLEMS })
    return { import: json, problems, after: problems.length === PROBLEMS ? (problems.at(-1)?.number ?? null) : null }
  },
  'GET /imports/{importId}/report': async ({ params }, { newsroom }) => {
    const one = await found(newsroom.db, params.importId)
    return new Response(written(reportPieces(newsroom.db, one)), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="import-${one.beganAt.slice(0, 10)}-${one.number}.json"`,
      },
    })
  },
  'POST /imports/{importId}/stop': async ({ params }, { newsroom }) => {
    await stopImport(newsroom, params.importId)
    return {}
  },
}

async function uploaded(visit: Visit, uploadId: Parameters<typeof findUpload>[1]) {
  const folder = uploadsIn(visit.house.dataFolder)
  const upload = await findUpload(folder, uploadId, accountOf(visit))
  return { path: pathOfUpload(folder, upload), name: upload.name, forget: () => forgetUpload(folder, upload.id) }
}

/** @throws OnrecordError `bad-input`, naming everything that is wrong with it */
function mappingIn(value: unknown): NameMapping {
  if (value === undefined || value === null) return EMPTY_MAPPING
  const parsed = parseNameMapping(value)
  if (parsed.kind === 'mapping') return parsed.mapping
  throw new OnrecordError('bad-input', `The mapping cannot be used: ${parsed.faults.slice(0, 5).join(' ')}`, {
    remedy: 'Its form is described in docs/formats/imports.md.',
  })
}

const unknown = (id: ImportId) => new OnrecordError('not-found', `There is no import ${id}.`)

async function found(db: NewsroomDb, id: ImportId): Promise<ImportOnFile> {
  const one = await importById(db, id)
  if (one) return one
  throw unknown(id)
}

/** One JSON object, its problems a line each, read in portions. */
async function* reportPieces(db: NewsroomDb, one: ImportOnFile): AsyncGenerator<string> {
  const { name, source, kind, publish, beganAt, endedAt, failure, counts, summary } = one
  const head = JSON.stringify({ name, source, kind, publish, beganAt, endedAt, failure, ...counts, summary })
  yield `${head.slice(0, -1)},"problems":[`
  for (let after = 0; ; ) {
    const problems = await problemsAfter(db, one.id, { after, limit: PROBLEMS })
    const lines = problems.map(({ number: _number, ...problem }) => `\n${JSON.stringify(problem)}`)
    if (lines.length > 0) yield `${after === 0 ? '' : ','}${lines.join(',')}`
    if (problems.length < PROBLEMS) break
    after = problems.at(-1)?.number ?? after
  }
  yield '\n]}\n'
}

/** Written as it is read: a report of any length is never held whole. */
function written(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    cancel: async () => {
      await pieces.return(undefined)
    },
  })
}
