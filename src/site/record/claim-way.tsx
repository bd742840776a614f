import type { FC } from 'hono/jsx'
import type { SourceId } from '../../ids.ts'
import type { ActorKind } from '../../record/actor.ts'
import type { Claim } from '../../record/claim.ts'
import { pathOf } from '../../record/claim-path.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { PathStep } from '../../record/ledger.ts'
import { textDirection } from '../../story/text-direction.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { isSeveral, sourceNameOf, type Told, withinSentence } from './record-names.ts'
import { entryPath } from './record-paths.ts'

interface WayProps {
  readonly context: PageContext
  readonly told: Told
  readonly claim: EntryOf<'claim'>
}

/** How a claim came to us, by its shortest way: "its statement → SITE Intelligence Group → AFP · carried by 10 outlets". */
export const ClaimWay: FC<WayProps> = ({ context, told, claim }) => {
  const { ways } = pathOf(told.set, claim.id)
  const steps = (ways[0] ?? []).flatMap((step) => wayStep(told, claim.content, step))
  const arrow = textDirection(context.language) === 'rtl' ? ' ← ' : ' → '
  const outlets = outletsOf(told, claim.content, ways)
  return (
    <>
      <Origin context={context} told={told} claim={claim.content} way={ways[0] ?? []} />
      {steps.map(({ sourceId, slug }) => (
        <>
          {arrow}
          <a href={entryPath(context, 'source', slug)}>{sourceNameOf(told, sourceId)}</a>
        </>
      ))}
      {outlets > 1 && ` · ${message(context.language, 'ledger.carried', { outlets })}`}
    </>
  )
}

interface OriginProps {
  readonly context: PageContext
  readonly told: Told
  readonly claim: Claim
  readonly way: readonly PathStep[]
}

/** Where the way begins: with the claimant's own words, or, for a repeat, with whoever said it first. */
const Origin: FC<OriginProps> = ({ context, told, claim, way }) => {
  if (way.some(({ kind }) => kind === 'unknown')) return <>{message(told.language, 'ledger.notSaidWhence')}</>
  const [first] = way
  const other = first?.kind === 'claimant' && first.sourceId !== claim.claimantId ? first.sourceId : undefined
  const source = other && told.set.sources.get(other)
  return source ? (
    <>
      {message(told.language, 'ledger.after')}{' '}
      <a href={entryPath(context, 'source', source.content.slug)}>
        {withinSentence(told.language, sourceNameOf(told, source.id))}
      </a>
    </>
  ) : (
    <>{message(told.language, ownWords(told, claim))}</>
  )
}

/** A newspaper reports, an army states, a person speaks. */
function ownWords(told: Told, { claimantId }: Claim): OwnWords {
  if (isSeveral(told, claimantId)) return 'ledger.words'
  const source = told.set.sources.get(claimantId)?.content
  if (source?.kind === 'person') return 'ledger.spoken'
  // An organisation that speaks for nobody in the record is one that gathers what others say.
  if (source?.kind === 'organisation' && source.actorId === null) return 'ledger.report'
  const actor = source?.actorId ? told.set.actors.get(source.actorId)?.content.kind : undefined
  return actor !== undefined && REPORTERS.has(actor) ? 'ledger.report' : 'ledger.statement'
}

const REPORTERS: ReadonlySet<ActorKind> = new Set(['news-organisation', 'monitor-or-research-group'])

type OwnWords = 'ledger.words' | 'ledger.report' | 'ledger.spoken' | 'ledger.statement'

interface NamedStep {
  readonly sourceId: SourceId
  readonly slug: string
}

/** A relay, or the publisher of the document at the end; nothing for the claimant, who stands before the way already. */
function wayStep({ set }: Told, { claimantId }: Claim, step: PathStep): NamedStep[] {
  const id = stepSource(set.documents, step)
  const source = id === undefined || id === claimantId ? undefined : set.sources.get(id)
  return source ? [{ sourceId: source.id, slug: source.content.slug }] : []
}

function stepSource(documents: Told['set']['documents'], step: PathStep): SourceId | undefined {
  if (step.kind === 'relay') return step.sourceId
  return step.kind === 'document' ? documents.get(step.documentId)?.content.publisherId : undefined
}

/** Publishers that carry it, its claimant left out. */
function outletsOf({ set }: Told, { claimantId }: Claim, ways: readonly (readonly PathStep[])[]): number {
  const publishers = ways.flatMap((way) => {
    const last = way.at(-1)
    const id = last?.kind === 'document' ? stepSource(set.documents, last) : undefined
    return id === undefined || id === claimantId ? [] : [id]
  })
  return new Set(publishers).size
}
