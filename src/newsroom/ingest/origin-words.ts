import type { IncomingStory } from '../../intake/incoming.ts'
import type { IncomingCopy } from '../../store/incoming-copy.ts'
import type { WatchedSource } from '../../store/watched-sources.ts'

/** An item, where it came from, and what it says. */
interface Origin {
  readonly watched: WatchedSource
  readonly copy: IncomingCopy
  readonly story: IncomingStory
}

const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

/** What the margin of a story says of where it comes from, in the language of the house. */
export function originWords(language: string, { watched, copy, story }: Origin): string {
  const { published, bylines, address } = story
  const day = published && (published.precision === 'minute' ? minute(published.at) : published.on)
  const words = language.startsWith('fr') ? FRENCH : ENGLISH
  return [
    words.begun(watched.name, copy.headline),
    bylines.length === 0 ? null : words.by(bylines.join(', ')),
    day && words.published(day),
    words.received(minute(copy.receivedAt)),
    address,
    words.notOurs,
  ]
    .filter((line) => line !== null)
    .join('\n')
}

const ENGLISH = {
  begun: (source: string, headline: string) => `Begun from copy of ${source}: “${headline}”.`,
  by: (names: string) => `Written there by ${names}.`,
  published: (day: string) => `Published there: ${day}.`,
  received: (at: string) => `Received: ${at}.`,
  notOurs:
    'Nobody of ours is named as its author. What may be used of it, and with what credit, is for the desk to say.',
}

const FRENCH: typeof ENGLISH = {
  begun: (source, headline) => `Commencé à partir d’une dépêche de ${source} : « ${headline} ».`,
  by: (names) => `Écrite là-bas par ${names}.`,
  published: (day) => `Publiée là-bas : ${day}.`,
  received: (at) => `Reçue : ${at}.`,
  notOurs:
    'Personne de chez nous n’en est nommé l’auteur. Ce qui peut en être repris, et avec quel crédit, est à la rédaction de le dire.',
}
