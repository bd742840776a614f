import { parseQuantity } from '../../record/parse-quantity.ts'
import type { Quantity } from '../../record/quantity.ts'
import type { AnswerTo } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import type { CiteFields } from './cite-fields.ts'

export type CitableClaim = AnswerTo<'GET /record/events/{eventId}/claims'>['claims'][number]

interface Props {
  readonly claims: readonly CitableClaim[]
  readonly fields: CiteFields
  readonly language: string
  readonly onCite: (claim: CitableClaim) => void
}

/** Beyond these, the figure has to be typed more exactly. */
export const MOST = 6

/** Claims of the event that may be the one: those with this figure, else those of this claimant. */
export function ExistingClaims({ claims, fields, language, onCite }: Props) {
  const { citing } = useMessages()
  const fitting = claimsThatFit(claims, parseQuantity(fields.figure, language) ?? null).slice(0, MOST)
  if (fitting.length === 0) return null
  return (
    <section className="cite-existing" aria-label={citing.useExisting}>
      <h4>{citing.useExisting}</h4>
      <ul>
        {fitting.map((claim) => (
          <li key={claim.id}>
            <Button kind="quiet" onPress={() => onCite(claim)}>
              <span className="visually-hidden">{citing.useThis('')}</span>
              <span className="cite-claim">{sentenceOf(claim)}</span>{' '}
              <span className="cite-claim-when">{claim.saidWords}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const sentenceOf = ({ claimant, verb, object, about }: CitableClaim): string =>
  `${claimant} ${verb} ${object} (${about})`

/** Claims that stand, with the number that the words state; where they state none, all of them. */
export function claimsThatFit(claims: readonly CitableClaim[], read: Quantity | null): CitableClaim[] {
  const standing = claims.filter(
    ({ undone, status, figure: stated }) => undone === null && status !== 'withdrawn' && stated !== null,
  )
  const numbers = read === null ? [] : 'n' in read ? [read.n] : 'lo' in read ? [read.lo, read.hi] : []
  if (numbers.length === 0) return [...standing]
  return standing.filter((claim) => claim.numbers.some((number) => numbers.includes(number)))
}
