import type { Child, FC } from 'hono/jsx'
import { displayName } from '../../record/display-name.ts'
import type { Name } from '../../record/names.ts'
import type { Language } from '../../story/story.ts'
import { isLanguageTag, textDirection } from '../../story/text-direction.ts'
import { message, wordingLocale } from '../messages/message.ts'
import { comma } from '../messages/punctuation.ts'
import type { PageContext } from '../props.ts'
import { recordPath } from './record-paths.ts'

/** Over every page of the record: the way up, and what kind of page this is. */
export const RecordTrail: FC<{ context: PageContext; children?: Child }> = ({ context, children }) => (
  <nav class="kicker" aria-label={message(context.language, 'nav.place')}>
    <ul>
      <li>
        <a href={recordPath(context)}>{message(context.language, 'record.title')}</a>
      </li>
      {children && <li>{children}</li>}
    </ul>
  </nav>
)

interface HeadingProps {
  readonly context: PageContext
  /** What it is, in words: "armed group", "town". */
  readonly kind: string
  readonly names: readonly Name[]
  /** Stands for the name of what has none: "two security officials". */
  readonly children?: Child
}

/** The head of an actor's, a place's or a source's page: its name, and every other name it goes by. */
export const EntryHeading: FC<HeadingProps> = ({ context, kind, names, children }) => {
  const { language } = context
  const shown = displayName(names, language)
  const main = names.find(({ text }) => text === shown)
  return (
    <>
      <RecordTrail context={context}>{kind}</RecordTrail>
      {main === undefined ? (
        <h1>{children ?? shown}</h1>
      ) : (
        <h1 {...(isSaidIn(main, language) ? {} : languageOf(main))}>{main.text}</h1>
      )}
      <OtherNames language={language} names={names.filter((name) => name !== main)} />
    </>
  )
}

const OtherNames: FC<{ language: Language; names: readonly Name[] }> = ({ language, names }) =>
  names.length === 0 ? (
    <></>
  ) : (
    <div class="names">
      <h2>{message(language, 'record.names')}</h2>
      <ul>
        {names.map((name) => (
          <li>
            <bdi {...languageOf(name)}>{name.text}</bdi> <small>{nameNote(name, language)}</small>
          </li>
        ))}
      </ul>
    </div>
  )

/** "Arabic, official", "French, former". */
const nameNote = (name: Name, language: Language): string =>
  [languageName(name, language), message(language, `record.name.${name.kind}`)]
    .filter((word) => word !== '')
    .join(comma(language))

const isSaidIn = ({ lang, script }: Name, language: Language): boolean =>
  lang.split('-')[0] === language.split('-')[0] && script === null

/** The tag of a name with its script, and which way it is written. */
function languageOf({ lang, script }: Name): { lang: string; dir: 'ltr' | 'rtl' } {
  const tag = script === null || lang.includes(script) || usualScript(lang) === script ? lang : `${lang}-${script}`
  const safe = isLanguageTag(tag) ? tag : 'und'
  return { lang: safe, dir: textDirection(safe) }
}

/** The script a language is usually written in, which goes without saying. */
const usualScript = (lang: string): string | undefined =>
  isLanguageTag(lang) ? new Intl.Locale(lang).maximize().script : undefined

function languageName(name: Name, language: Language): string {
  const { lang } = languageOf(name)
  return lang.startsWith('und') ? '' : languageWords(lang, language)
}

/** A language's name in the page's language: "Arabic", "arabe". */
export function languageWords(tag: string, language: Language): string {
  const locale = wordingLocale(language)
  const known = displays.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' })
  displays.set(locale, known)
  return isLanguageTag(tag) ? (known.of(tag) ?? tag) : tag
}

const displays = new Map<string, Intl.DisplayNames>()
