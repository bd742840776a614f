import type { FC } from 'hono/jsx'
import { pathTo } from '../../story/addresses.ts'
import { type Original, sinceTranslated, type TranslatedText } from '../../story/original.ts'
import { textDirection } from '../../story/text-direction.ts'
import type { Language } from '../../story/story.ts'
import { type DateStyle, dayWords } from '../dates.ts'
import { ownName } from '../house/masthead.tsx'
import { message, type MessageKey, wordingLocale } from '../messages/message.ts'
import type { PageContext } from '../props.ts'

/** What a translation says of itself and of the story it was made from. */
export interface TranslationOf extends TranslatedText {
  readonly original: Original
}

/** "Translated from English, as of 29 July 2024: Headline of the original". */
export const TranslatedFrom: FC<{ context: PageContext; translation: TranslationOf }> = ({ context, translation }) => {
  const { language, newspaper } = context
  const { original, asOf } = translation
  const zone = asOf.precision === 'day' ? 'UTC' : newspaper.zone
  return (
    <span class="also">
      {message(language, 'translation.from', {
        language: languageName(original.language, language),
        date: dayWords(asOf.at, { language, zone }),
      })}{' '}
      <a href={original.path} {...inLanguageOf(original.language)}>
        {original.kind === 'live' ? original.headline : ownName(original.language)}
      </a>
    </span>
  )
}

/**
 * Above the body of a translation whose original has moved on without it: what was corrected there, in the original's
 * own words, and the way to it. Nothing where the translation is up to date.
 */
export const TranslationBanner: FC<{ context: PageContext; translation: TranslationOf }> = ({
  context,
  translation,
}) => {
  const { original } = translation
  const since = sinceTranslated(translation, original)
  const style = { language: context.language, zone: context.newspaper.zone }
  switch (since.kind) {
    case 'nothing':
      return <></>
    case 'corrected':
      return (
        <>
          {since.notes.toReversed().map(({ at, text }) => (
            <aside class="fix">
              <Title title="translation.corrected" at={at} style={style} />
              <p lang={original.language} dir={textDirection(original.language)}>
                {text}
              </p>
              <TheOriginal context={context} original={original} />
            </aside>
          ))}
        </>
      )
    case 'changed':
      return (
        <aside class="fix update">
          <Title title="translation.changed" at={since.at} style={style} />
          <p>
            {message(style.language, 'translation.changedText')}{' '}
            <a
              href={pathTo(
                { kind: 'story-changes', language: original.language, path: original.path },
                context.newspaper,
              )}
              hreflang={original.language}
            >
              {message(style.language, 'translation.see')}
            </a>
          </p>
        </aside>
      )
    case 'withdrawn':
      return (
        <aside class="fix">
          <Title title="translation.withdrawn" at={since.at} style={style} />
          <p>{message(style.language, 'translation.withdrawnText')}</p>
          <TheOriginal context={context} original={original} />
        </aside>
      )
  }
}

type TitleKey = Extract<MessageKey, 'translation.corrected' | 'translation.changed' | 'translation.withdrawn'>

const Title: FC<{ title: TitleKey; at: Parameters<typeof dayWords>[0]; style: DateStyle }> = ({ title, at, style }) => (
  <b>
    <time datetime={at}>{message(style.language, title, { date: dayWords(at, style) })}</time>
  </b>
)

const TheOriginal: FC<{ context: PageContext; original: Original }> = ({ context, original }) => (
  <p>
    <a href={original.path} hreflang={original.language}>
      {message(context.language, 'translation.read')} ({languageName(original.language, context.language)})
    </a>
  </p>
)

const inLanguageOf = (language: Language) => ({ lang: language, hreflang: language, dir: textDirection(language) })

const names = new Map<string, Intl.DisplayNames>()

/** A language's name among the interface's words: "French", "français". */
function languageName(of: Language, language: Language): string {
  const locale = wordingLocale(language)
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' })
  names.set(locale, known)
  return known.of(of) ?? of
}
