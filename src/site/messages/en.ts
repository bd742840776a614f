import { countEn } from './count-en.ts'
import { pagesEn } from './pages-en.ts'
import { searchEn } from './search-en.ts'
import { versionsEn } from './versions-en.ts'
import { houseEn } from './house-en.ts'
import { reportEn } from './report-en.ts'
import { mediaEn } from './media-en.ts'
import { formatsEn } from './formats-en.ts'
import { relatedEn } from './related-en.ts'
import { recordEn } from './record-en.ts'

/** Every word of the interface that readers see, in English. A key without its French does not compile. */
export const en = {
  ...recordEn,
  ...pagesEn,
  ...countEn,
  ...searchEn,
  ...versionsEn,
  ...houseEn,
  ...reportEn,
  ...mediaEn,
  ...formatsEn,
  ...relatedEn,

  'skip.story': 'Skip to the story',
  'skip.content': 'Skip to the content',
  'nav.sections': 'Sections',
  'nav.languages': 'Languages',
  'nav.place': 'You are in',
  'nav.months': 'Months',
  'sample.title': 'Sample edition:',
  'sample.text': 'this is a demonstration. The events are real and are told from public sources; the newsroom is not.',

  'story.by': 'By',
  'story.published': 'Published',
  'story.updated': 'Updated',
  'story.minutes': '{minutes, plural, one {# min read} other {# min read}}',
  'story.correction': 'Corrected {date}',
  'story.clarification': 'Clarified {date}',
  'story.update': 'Update, {date}',
  'note.was': 'It said: “{words}”',
  'note.now': 'It says now: “{words}”',
  'story.corrected': 'Corrected',
  'story.translations': 'Also in',
  'story.related': 'More on this',
  'body.notes': 'Notes',
  'body.note': 'Note {number}',
  'body.back': 'Back to the text from note {number}',
  'body.table': 'Table {number}',

  'figure.credit': 'Credit: {credit}',
  'figure.licence': 'Licence: {licence}',
  'map.of': 'Map of {places}.',
  'map.point': '{place} is marked with a dot.',
  'map.circle': '{place}: somewhere within about {km} km of the centre of a dashed circle.',
  'map.between': '{place} lies about {km} km {direction} of {other}.',
  'map.borders': 'Borders: Natural Earth, one view of them; others draw some differently.',
  'map.rough': 'They are good to about {km} km: a place close to one may appear on its wrong side.',
  'map.scale': '{km} km',
  'direction.0': 'north',
  'direction.1': 'north-east',
  'direction.2': 'east',
  'direction.3': 'south-east',
  'direction.4': 'south',
  'direction.5': 'south-west',
  'direction.6': 'west',
  'direction.7': 'north-west',
  'chart.title': 'In numbers: {unit}',
  'chart.range': 'The pale end of a bar runs from the lowest figure to the highest.',

  'front.latest': 'More stories',
  'front.sections': 'In this section',
  'front.stories': '{count, plural, one {# story} other {# stories}}',
  'front.earlier': 'Earlier months',
  'front.archive': 'The whole archive',
  'front.author': 'Author',
  'front.feed': 'Follow by RSS',
  'empty.title': 'Nothing published yet',
  'empty.readers': 'The first stories of {name} will stand here as soon as they are out.',
  'empty.section': 'There are no stories in {section} yet. What is published there will stand here.',
  'empty.author': 'There are no stories by {author} yet.',
  'empty.newsroomTitle': 'For the newsroom',
  'empty.newsroom':
    'To fill this page, bring in what you have with one of the first three commands, then publish it with the last.',

  'month.stories': '{count, plural, =0 {No stories} one {# story} other {# stories}} in {month}',
  'month.in': '{subject}: {month}',
  'month.none': 'Nothing was published in this month.',
  'month.previous': 'Earlier',
  'month.next': 'Later',
  'archive.title': 'Archive',
  'archive.of': 'Archive: {subject}',
  'archive.explain': 'Every story there is, by the month in which it was first published.',
  'archive.none': 'There is nothing in the archive yet.',
  'archive.month': '{month}: {count, plural, one {# story} other {# stories}}',

  'feeds.title': 'Feeds',
  'feeds.explain':
    'A feed is an address that a news reader app asks for new stories, so that you see them all, in order, without an account and without anybody watching.',
  'feeds.everything': 'Everything',
  'feeds.authors': 'By author',
  'feeds.by': 'By {author}',

  'missing.title': 'There is no page here',
  'missing.text': 'The address may have been mistyped, or the page was never published.',
  'missing.home': 'Go to the front page',
  'missing.archive': 'Look through the archive',
  'gone.title': 'This story has been withdrawn',
  'gone.on': 'Withdrawn {date}',
  'gone.text': 'It stood at this address. The notice above is the newsroom’s.',
  'refused.title': 'This request cannot be understood',
  'refused.text':
    'The address may have been cut off or mistyped, or it was asked in a way that this site does not answer.',
  'error.title': 'This page cannot be shown just now',
  'error.text': 'The fault is ours, not yours. Please try again in a minute.',

  'footer.archive': 'Archive',
  'footer.feeds': 'Feeds',
} as const
