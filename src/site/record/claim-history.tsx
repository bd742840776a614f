import type { FC } from 'hono/jsx'
import { quantityWords } from '../../record/quantity-words.ts'
import type { RecordChange } from '../../record/record-change.ts'
import { momentWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'

/** Every revision of our entry, newest first: when, what, why. Nothing ever leaves this list. */
export const ClaimHistory: FC<{ context: PageContext; changes: readonly RecordChange[] }> = ({ context, changes }) => {
  const { language, newspaper } = context
  if (changes.length === 0) return <></>
  return (
    <section aria-labelledby="history:">
      <h2 class="rule" id="history:">
        {message(language, 'claim.history')}
      </h2>
      <ol class="rows" reversed>
        {changes.map((change) => (
          <li>
            <p>
              <b>{message(language, `claim.change.${change.kind}`)}</b> {figureChange(change, language)}
            </p>
            <p class="way">
              <time datetime={change.at}>{momentWords(change.at, { language, zone: newspaper.zone })}</time>
              {change.reason && ` · ${change.reason}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** "from 50 to 84", where the figure itself changed. */
function figureChange({ before, after }: RecordChange, language: string): string {
  const [from, to] = [before, after].map((entry) => (entry?.type === 'claim' ? entry.content.figure : null))
  if (!from || !to) return ''
  const [fromWords, toWords] = [quantityWords(from, language), quantityWords(to, language)]
  return fromWords === toWords ? '' : message(language, 'claim.fromTo', { from: fromWords, to: toWords })
}
