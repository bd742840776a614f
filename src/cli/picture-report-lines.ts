import type { AbsentPicture, LeftStory } from '../newsroom/import-pictures/absent-pictures.ts'
import type { PicturesReport } from '../newsroom/import-pictures/pictures-report.ts'
import { faint, strong } from './terminal.ts'

/** So many of a kind are listed on the screen; all of them are in the JSON. */
const SHOWN = 40
const STORIES_SHOWN = 3

/** What bringing pictures did, for a person: the sum, then each that is not here with its stories, then what to do. */
export function pictureReportLines(report: PicturesReport, given: { readonly fetch: boolean }): string[] {
  const { missing, refused, waiting, leftAlone } = report
  return [
    sumOf(report),
    ...storiesOf(report),
    ...listOf(missing, 'Nowhere to be had'),
    ...listOf(refused, 'Found, and not taken'),
    ...listOf(waiting, given.fetch ? 'To be asked for again later' : 'Not looked for on the web, and in no folder'),
    ...leftLines(leftAlone),
    ...nextLines(report, given),
  ]
}

function sumOf({ brought, counts }: PicturesReport): string {
  const { fromFolders, fetched, knownByContent } = brought
  const parts = [`${fromFolders} from folders`, `${fetched} fetched`]
  if (knownByContent > 0) parts.push(`${knownByContent} known by their content`)
  const absent = [`${counts.missing} missing`, `${counts.refused} refused`, `${counts.waiting} waiting`]
  return strong(`${parts.join(', ')}. Of all pictures ${counts.here} are here, ${absent.join(', ')}.`)
}

function storiesOf({ brought, counts }: PicturesReport): string[] {
  const shown = brought.stories.settled + brought.stories.waiting
  const editor = counts.storiesWithEditor
  return [
    ...(shown > 0 ? [shown === 1 ? 'One story shows them now.' : `${shown} stories show them now.`] : []),
    ...(editor > 0
      ? [
          `Before readers, with a new revision that waits for an editor: ${editor === 1 ? 'one story' : `${editor} stories`}.`,
          'A picture there has no description, or a newer text waits already.',
        ]
      : []),
  ]
}

function listOf(pictures: readonly AbsentPicture[], title: string): string[] {
  if (pictures.length === 0) return []
  const more = pictures.length - SHOWN
  return [
    '',
    `${title}: ${pictures.length}`,
    ...pictures.slice(0, SHOWN).map(absentLine),
    ...(more > 0 ? [`  … and ${more} more: --json lists all of them.`] : []),
  ]
}

function absentLine({ address, name, why, stories, storyCount }: AbsentPicture): string {
  const shown = stories
    .slice(0, STORIES_SHOWN)
    .map(({ headline, storyId }) => `${headline || 'no headline'} (${storyId})`)
  const more = storyCount - shown.length
  const where = more > 0 ? [...shown, `${more} more`] : shown
  return `  • ${address ?? name ?? 'a picture without a name'}${why === null ? '' : `: ${why}`}${faint(` In ${where.join(', ')}.`)}`
}

function leftLines(left: readonly LeftStory[]): string[] {
  if (left.length === 0) return []
  const more = left.length - SHOWN
  return [
    '',
    'Left alone, since staff work on them; put the picture in with ./onrecord picture place STORY PICTURE:',
    ...left.slice(0, SHOWN).map(({ headline, storyId, pictureId }) => `  • ${headline}: ${storyId} ${pictureId ?? ''}`),
    ...(more > 0 ? [`  … and ${more} more: --json lists all of them.`] : []),
  ]
}

function nextLines({ counts }: PicturesReport, { fetch }: { readonly fetch: boolean }): string[] {
  if (counts.waiting === 0) return []
  return fetch
    ? ['', 'What waits is asked for again when you run the same command later.']
    : ['', 'With --fetch they are asked for where they were; those servers then see the address of this machine.']
}
