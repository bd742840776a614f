import type { FC } from 'hono/jsx'
import { isLanguageTag, textDirection } from '../../story/text-direction.ts'

/** Somebody's own words, in their language and direction. */
export const Wording: FC<{ wording: { readonly text: string; readonly lang: string } }> = ({ wording }) => {
  const lang = isLanguageTag(wording.lang) ? wording.lang : 'und'
  return (
    <q lang={lang} dir={textDirection(lang)}>
      {wording.text}
    </q>
  )
}
