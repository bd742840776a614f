import type { FC } from 'hono/jsx'
import type { WordingTranslation } from '../../record/claim.ts'
import type { EntryOf } from '../../record/entry.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { Wording } from './claim-wording.tsx'
import { languageWords } from './entry-heading.tsx'

/** The wording in other languages: who translated it, whether a person confirmed it, and where it reads another figure. */
export const ClaimTranslations: FC<{ context: PageContext; claim: EntryOf<'claim'> }> = ({ context, claim }) => {
  const { language } = context
  const { translations, wording, figureReadFrom } = claim.content
  if (translations.length === 0) return <></>
  return (
    <section aria-labelledby="translations:">
      <h2 class="rule" id="translations:">
        {message(language, 'claim.translations')}
      </h2>
      <p class="plain">
        {message(language, 'claim.original', { language: languageWords(wording.lang, language) })}{' '}
        {message(language, `claim.readFrom.${figureReadFrom}`)}
      </p>
      <ul class="rows">
        {translations.map((translation) => (
          <li>
            <p>
              <Wording wording={translation} />
            </p>
            <p class="way">{provenance(translation, context)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "English · by a machine · rejected: it reads 15". */
function provenance({ lang, kind, by, state, figure }: WordingTranslation, { language }: PageContext): string {
  const parts = [
    languageWords(lang, language),
    by ? message(language, `claim.translatedBy.${kind}`, { by }) : message(language, `claim.translated.${kind}`),
    message(language, `claim.translation.${state}`),
    figure ? message(language, 'claim.readsFigure', { figure: quantityWords(figure, language) }) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
