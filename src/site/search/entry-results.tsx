import type { FC } from 'hono/jsx'
import type { Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { entryPath } from '../record/record-paths.ts'

/** An actor, a place or a source that is called so. */
export interface FoundEntryLine {
  readonly kind: 'actor' | 'place' | 'source'
  readonly slug: string
  readonly name: string
  /** The name's language, where it is not the page's. */
  readonly nameLanguage: Language | null
  /** What it is: "Non-state armed group", "Settlement, Mali". */
  readonly what: string
}

/** What the record knows by these words, over all stories. */
export const EntryResults: FC<{ context: PageContext; entries: readonly FoundEntryLine[] }> = ({
  context,
  entries,
}) => {
  if (entries.length === 0) return <></>
  return (
    <section class="entries" aria-labelledby="entries:">
      <h3 id="entries:">{message(context.language, 'search.entries')}</h3>
      <ul>
        {entries.map(({ kind, slug, name, nameLanguage, what }) => (
          <li>
            <a
              href={entryPath(context, kind, slug)}
              lang={nameLanguage ?? undefined}
              dir={nameLanguage === null ? undefined : textDirection(nameLanguage)}
            >
              {name}
            </a>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
