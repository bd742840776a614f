import { addAuthor } from '../../newsroom/add-author.ts'
import { addSection } from '../../newsroom/add-section.ts'
import { changeAuthor } from '../../newsroom/change-author.ts'
import { changeProfile } from '../../newsroom/change-profile.ts'
import { addRedirect, removeRedirect } from '../../newsroom/change-redirect.ts'
import { changeSection } from '../../newsroom/change-section.ts'
import { closeReport } from '../../newsroom/close-report.ts'
import { sealByline, sealedByline } from '../../newsroom/seal-byline.ts'
import { removePage, setPageDocument } from '../../newsroom/set-page.ts'
import { setUpNewspaper } from '../../newsroom/set-up-newspaper.ts'
import { theNewspaper } from '../../newsroom/story-path.ts'
import { readPersonas, readSections } from '../../store/house.ts'
import { readHousePages } from '../../store/house-pages.ts'
import { noteLines } from '../../store/note-lines.ts'
import { readerReports } from '../../store/reader-reports.ts'
import { redirectLines } from '../../store/redirects.ts'
import { isSealed, sealKeys } from '../../store/sealed.ts'
import type { PAPER_ENDPOINTS } from '../contract/paper.ts'
import type { Handlers } from './answer-endpoint.ts'
import { cursorFrom, cursorOf } from './keyset.ts'
import { bylineJson, housePageJson, profileJson, sectionJson, settingsJson } from './paper-json.ts'

const PAGE = 50

/** More than a desk can have before it; older ones come up when these are closed. */
const MOST_REPORTS = 200

/** Sections, bylines, pages, redirects, corrections, reports, settings. */
export const paperHandlers: Handlers<typeof PAPER_ENDPOINTS> = {
  'GET /paper/sections': async (_, { newsroom }) => ({ sections: (await readSections(newsroom.db)).map(sectionJson) }),
  'POST /paper/sections': async ({ body }, { newsroom }) => {
    const { result, isLive } = await addSection(newsroom, body)
    return { section: sectionJson(result), isLive }
  },
  'PATCH /paper/sections/{slug}': async ({ params, body }, { newsroom }) => {
    const { result, isLive } = await changeSection(newsroom, params.slug, body)
    return { section: sectionJson(result), isLive }
  },
  'GET /paper/bylines': async (_, { newsroom }) => {
    const personas = await readPersonas(newsroom.db)
    const bylines = await Promise.all(
      personas.map(async (persona) => bylineJson(persona, await isSealed(newsroom.db, persona.id))),
    )
    return { bylines, hasSealKeys: (await sealKeys(newsroom.db)).length > 0 }
  },
  'POST /paper/bylines': async ({ body }, { newsroom }) => {
    const { result, isLive } = await addAuthor(newsroom, body)
    return { byline: bylineJson(result, false), isLive }
  },
  'PATCH /paper/bylines/{slug}': async ({ params, body }, { newsroom }) => {
    const { result, isLive } = await changeAuthor(newsroom, params.slug, body)
    return { byline: bylineJson(result, await isSealed(newsroom.db, result.id)), isLive }
  },
  'PUT /paper/bylines/{slug}/account': async ({ params, body }, { newsroom }) => {
    await sealByline(newsroom, { slug: params.slug, ...body })
    return {}
  },
  'GET /paper/bylines/{slug}/account': async ({ params }, { newsroom }) => {
    const sealed = await sealedByline(newsroom, params.slug)
    return { sealed: sealed.map(({ ciphertext, at }) => ({ ciphertext, at })) }
  },
  'GET /paper/pages': async (_, { newsroom }) => ({ pages: (await readHousePages(newsroom.db)).map(housePageJson) }),
  'PUT /paper/pages/{kind}/{language}': async ({ params, body }, { newsroom }) => {
    const { result, isLive } = await setPageDocument(newsroom, { ...params, title: body.title, body: body.body })
    return { page: housePageJson(result), isLive }
  },
  'DELETE /paper/pages/{kind}/{language}': async ({ params }, { newsroom }) => {
    const { isLive } = await removePage(newsroom, params.kind, params.language)
    return { isLive }
  },
  'GET /paper/redirects': async ({ query }, { newsroom }) => {
    const found = await redirectLines(newsroom.db, { after: query.after ?? null, part: query.q ?? '', limit: PAGE })
    return { redirects: found, after: found.length === PAGE ? (found.at(-1)?.fromPath ?? null) : null }
  },
  'POST /paper/redirects': async ({ body }, { newsroom }) => {
    const { isLive } = await addRedirect(newsroom, body)
    return { isLive }
  },
  'POST /paper/redirects/remove': async ({ body }, { newsroom }) => {
    const { isLive } = await removeRedirect(newsroom, body.fromPath)
    return { isLive }
  },
  'GET /paper/corrections': async ({ query }, { newsroom }) => {
    const notes = await noteLines(newsroom.db, cursorFrom('note', query.before), PAGE)
    return { notes, before: cursorOf(notes.length === PAGE ? notes.at(-1) : undefined) }
  },
  'GET /paper/reports': async ({ query }, { newsroom }) => ({
    reports: await readerReports(newsroom.db, { onlyOpen: !query.all, limit: MOST_REPORTS }),
  }),
  'POST /paper/reports/{reportId}/close': async ({ params, body }, { newsroom }) => {
    await closeReport(newsroom, { reportId: params.reportId, as: body.as, note: body.note })
    return {}
  },
  'GET /paper/settings': async (_, { newsroom }) => settingsJson(await theNewspaper(newsroom.db)),
  'PUT /paper/settings': async ({ body }, { newsroom }) => {
    await setUpNewspaper(newsroom, { newspaper: body, sections: [] })
    return {}
  },
  'PUT /paper/profile/{field}': async ({ params, body }, { newsroom }) => {
    const { result, isLive } = await changeProfile(newsroom, params.field, body.values)
    return { profile: profileJson(result), isLive }
  },
}
