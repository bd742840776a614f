import { lookUp } from '../../edition/public-stories.ts'
import { offlinePage, type OfflinePageProps, offlinePictures } from '../../site/other-forms/offline-page.ts'
import { type Address, pathTo } from '../../story/addresses.ts'
import { parsePath } from '../../story/parse-path.ts'
import type { FinishedPage } from '../page.ts'
import type { PublicSite } from './page-source.ts'

/** What a messenger passes on without asking, and a phone in the field still gets in a minute. */
const MAX_BYTES = 200_000

type OfflineAddress = Extract<Address, { kind: 'story-offline' }>

/**
 * A story as one file. It shows what the story's page shows, and so carries its tags; what is left of a withdrawn story
 * is the notice, and a former address leads on. Undefined where there is no story.
 */
export async function loadOffline(
  site: PublicSite,
  address: OfflineAddress,
  page: FinishedPage,
): Promise<FinishedPage | undefined> {
  if (page.status === 410) return page
  if (page.location !== null) return movedOn(site, page, page.location)
  const found = page.status === 200 ? await lookUp(site.edition, address.path) : undefined
  if (found?.kind !== 'story') return undefined
  const { story } = found
  const { newspaper, siteUrl } = site
  const props = {
    html: page.body,
    paper: newspaper.name,
    siteUrl,
    path: story.path,
    updatedAt: story.updatedAt,
    style: { language: story.language, zone: newspaper.zone },
  }
  const body = await offlineFile(props, async (name) => site.media?.read(name))
  return { ...page, body, links: null, savedAs: `${story.path.slice(story.path.lastIndexOf('/') + 1)}.html` }
}

function movedOn({ newspaper }: PublicSite, page: FinishedPage, to: string): FinishedPage | undefined {
  const story = parsePath(to, newspaper)
  if (story?.kind !== 'story') return undefined
  const location = pathTo({ ...story, kind: 'story-offline' }, newspaper)
  return { ...page, location, body: `${location}\n` }
}

/**
 * The file, of at most 200 kB: pictures go in one after another in reading order, as long as it stays small enough to be
 * passed on; the others are told in words.
 *
 * @param read the file of a picture by its name
 */
export async function offlineFile(
  props: Omit<OfflinePageProps, 'pictures'>,
  read: (name: string) => Promise<Buffer | undefined>,
): Promise<string> {
  let pictures = new Map<string, string>()
  let body = offlinePage({ ...props, pictures })
  for (const file of offlinePictures(props.html)) {
    const data = dataAddress(file, await read(file.slice('/media/'.length)))
    if (data === undefined || Buffer.byteLength(body) + data.length > MAX_BYTES) continue
    const more = new Map([...pictures, [file, data]])
    const larger = offlinePage({ ...props, pictures: more })
    if (Buffer.byteLength(larger) > MAX_BYTES) continue
    pictures = more
    body = larger
  }
  return body
}

const dataAddress = (file: string, bytes: Buffer | undefined): string | undefined =>
  bytes && `data:${TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'image/jpeg'};base64,${bytes.toString('base64')}`

const TYPES: Readonly<Record<string, string>> = { webp: 'image/webp', png: 'image/png' }
