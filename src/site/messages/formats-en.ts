/** Words of feeds, of other forms of a page, and of its mirrors, in English. */
export const formatsEn = {
  'feeds.corrections': 'Corrections',
  'feeds.correctionsOf': 'Everything that {paper} has corrected, as it is corrected',
  'feeds.showing': 'Stories of {paper} that show {name}',
  'feeds.withdrawn': 'Withdrawn',
  'feeds.clarified': 'Clarified: {headline}',
  'feeds.corrected': 'Corrected: {headline}',
  'feeds.formats':
    'Every feed carries the full text. RSS, Atom and JSON Feed say the same; take the one your app prefers. If a story is withdrawn, the feeds that carried it say so.',
  'feeds.places': 'By place',
  'feeds.subjects': 'By subject',
  'feeds.series': 'Series',
  'feeds.record': 'By event, actor or place',
  'feeds.recordHow':
    'Every event, actor and place of the record has feeds of the stories that show it. That of the page {page} is at {feed}.',
  'embed.by': 'From the record of {paper}',
  'embed.open': 'The whole record of this event',
  'text.picture': '[Picture: {words}]',
  'text.menu': 'Menu',
  'text.of': 'Text version of',
  'offline.saved': 'Saved from {paper} as it stood on {date}.',
  'offline.since': 'It may have been corrected since. Look here:',
  'offline.picture': 'Picture: {words} It is left out of this file to keep it small; the page has it.',
} as const
