import type { FC } from 'hono/jsx'
import { displayName } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import { message } from '../messages/message.ts'

/** What a source is called in a title or a list: its name, its description in quotes, or that it is not named. */
export function sourceName({ content }: EntryOf<'source'>, language: Language): string {
  if (content.anonymity === 'named') return displayName(content.names, language)
  return content.description
    ? message(language, 'source.quoted', { words: content.description.text })
    : message(language, 'source.unnamed')
}

/** The same in a page: a description keeps its language. */
export const SourceName: FC<{ source: EntryOf<'source'>; language: Language }> = ({ source, language }) => {
  const { anonymity, description } = source.content
  if (anonymity === 'named' || !description) return <>{sourceName(source, language)}</>
  return (
    <q lang={description.lang} dir={textDirection(description.lang)}>
      {description.text}
    </q>
  )
}
