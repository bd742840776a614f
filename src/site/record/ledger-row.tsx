import type { FC } from 'hono/jsx'
import type { Claim } from '../../record/claim.ts'
import { inLanguage } from '../../record/display-name.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import { parseEdtf } from '../../record/edtf.ts'
import { textDirection } from '../../story/text-direction.ts'
import { momentWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { parseInstant } from '../../time.ts'
import { ClaimWay } from './claim-way.tsx'
import { claimWords } from './claim-words.ts'
import type { LedgerRow as Row } from './ledger-rows.ts'
import { claimantOf, eventTitleOf, onDate, sourceNameOf, type Told } from './record-names.ts'
import { claimPath, entryPath } from './record-paths.ts'
import { StanceMark } from './stance-mark.tsx'
import { verdictOnClaim } from './verdict-words.ts'

interface RowProps {
  readonly context: PageContext
  readonly told: Told
  readonly row: Row
}

/** A row reads as a sentence, also to somebody who hears it: "JNIM claims 50", then the way it came to us. */
export const LedgerRow: FC<RowProps> = ({ context, told, row }) => {
  const { claim, shape, partId, anchor } = row
  const { verb, object } = claimWords(told, claim)
  return (
    <li id={anchor ?? undefined}>
      <StanceMark shape={shape} isPart={partId !== null} />
      <p class="say">
        <b>
          <Claimant context={context} told={told} claim={claim.content} />
        </b>{' '}
        {object ? (
          <>
            <i>{verb}</i>{' '}
            <strong>
              <a href={claimPath(context, claim.id)} {...foreignWords(context, claim.content)}>
                {object}
              </a>
            </strong>
          </>
        ) : (
          <a href={claimPath(context, claim.id)}>{verb}</a>
        )}
      </p>
      <p class="way">
        <ClaimWay context={context} told={told} claim={claim} />
        {` · ${saidWords(context, claim.content)}`}
        {partId && <OnlyPart context={context} told={told} row={row} />}
        {notesOf(context, told, row).map((note) => ` · ${note}`)}
        <Hedge hedge={claim.content.hedge} lang={claim.content.wording.lang} />
      </p>
    </li>
  )
}

/** Words that are quoted in another language than the page's say so. */
function foreignWords({ language }: PageContext, { figure }: Claim): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const isQuoted = figure?.kind === 'vague' || figure?.kind === 'some'
  const isForeign = isQuoted && figure.lang.split('-')[0] !== language.split('-')[0]
  return isForeign ? { lang: figure.lang, dir: textDirection(figure.lang) } : {}
}

const Claimant: FC<{ context: PageContext; told: Told; claim: Claim }> = ({ context, told, claim: { claimantId } }) => {
  const source = told.set.sources.get(claimantId)
  const name = sourceNameOf(told, claimantId)
  return source ? <a href={entryPath(context, 'source', source.content.slug)}>{name}</a> : <>{name}</>
}

const OnlyPart: FC<RowProps> = ({ context, told, row: { partId } }) => {
  const part = partId && told.set.events.get(partId)
  return part ? (
    <>
      {` · ${message(context.language, 'ledger.partOnly')} `}
      <a href={entryPath(context, 'event', part.content.slug)}>{eventTitleOf(told, part.id)}</a>
    </>
  ) : (
    <></>
  )
}

const Hedge: FC<{ hedge: string | null; lang: string }> = ({ hedge, lang }) =>
  hedge ? (
    <>
      {' · '}
      <q lang={lang} dir={textDirection(lang)}>
        {hedge}
      </q>
    </>
  ) : (
    <></>
  )

/** In which language, and by which zone's clock. */
export type Manner = Pick<PageContext, 'language' | 'newspaper'>

/** When it was said: the hour where it is known, else the day as exactly as it is known. */
export const saidWords = ({ language, newspaper }: Manner, { saidAt }: Claim): string =>
  saidAt.clock
    ? momentWords(saidAt.clock.to, { language, zone: saidAt.clock.zone || newspaper.zone })
    : edtfWords(saidAt.edtf, language)

/** What a reader must know to weigh a row: who it leans to, what it counts, what became of it. */
export function notesOf(context: Manner, told: Told, { claim, state }: Row): string[] {
  const { language } = context
  const { content } = claim
  const source = told.set.sources.get(content.claimantId)
  return [
    source ? inLanguage(source.content.sympathy, language) : '',
    countingWords(context, content),
    basisWords(context, content),
    content.namedDead > 0 ? message(language, 'ledger.named', { dead: content.namedDead }) : '',
    state.isStale ? message(language, 'ledger.stale') : '',
    undoneWords(context, told, state),
    verdictOnClaim(told, claim.id),
  ].filter((note) => note !== '')
}

function countingWords(context: Manner, { counting }: Claim): string {
  const { language } = context
  const time = (text: string) => timeOf(context, text)
  switch (counting.kind) {
    case 'incident':
      return ''
    case 'running':
      return counting.asOf
        ? message(language, 'ledger.runningAsOf', { time: time(counting.asOf) })
        : message(language, 'ledger.running')
    case 'cumulative':
      return counting.since
        ? message(language, 'ledger.cumulativeSince', { since: onDate(language, time(counting.since)) })
        : message(language, 'ledger.cumulative')
    case 'period':
      return message(language, 'ledger.period', { from: time(counting.from), to: time(counting.to) })
  }
}

/** An instant or an EDTF date in words; what is neither stays as it was written. */
function timeOf({ language, newspaper }: Manner, text: string): string {
  const at = parseInstant(text)
  if (at) return momentWords(at, { language, zone: newspaper.zone })
  const on = parseEdtf(text)
  return on ? edtfWords(on, language) : text
}

const basisWords = ({ language }: Manner, { basis }: Claim): string =>
  basis === 'not-stated' || basis === 'own-operations' ? '' : message(language, `ledger.${basis}`)

/** Why a claim does not count now. */
function undoneWords(context: Manner, told: Told, { notLive }: Row['state']): string {
  const { language } = context
  if (notLive === null) return ''
  switch (notLive.kind) {
    case 'revised':
    case 'retracted': {
      const by = told.set.claims.get(notLive.by)
      return message(language, `ledger.${notLive.kind}`, {
        date: by ? onDate(language, saidWords(context, by.content)) : '',
      }).trim()
    }
    case 'provisional':
      return notLive.figures.length > 0
        ? message(language, 'ledger.provisionalFigures', { figures: notLive.figures.join(' / ') })
        : message(language, 'ledger.provisional')
    case 'derived': {
      const [from] = notLive.from
      return from ? message(language, 'ledger.derived', { claimant: claimantOf(told, from) }) : ''
    }
    case 'withdrawn':
    case 'superseded':
      return message(language, `ledger.${notLive.kind}`)
  }
}
