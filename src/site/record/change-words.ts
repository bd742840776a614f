import { displayName, inLanguage } from '../../record/display-name.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import type { RecordChange } from '../../record/record-change.ts'
import { message } from '../messages/message.ts'
import { claimSentence, claimWords, figureOf } from './claim-words.ts'
import { cellTitle, claimantOf, elided, groupNameOf, isSeveral, sourceNameOf, type Told } from './record-names.ts'
import { verdictWords } from './verdict-words.ts'

/**
 * One line of the history in a sentence, with what it was before and after: "CSP-PSD revised its figure for Malian
 * soldiers killed from “dozens” to 47."
 *
 * What somebody else said anew and what we entered wrongly are two things, and are worded as two.
 */
export function changeWords(told: Told, change: RecordChange): string {
  const { language } = told
  const entry = change.after ?? change.before
  if (change.kind === 'erased' || entry === null) return message(language, 'change.erased')
  if (change.kind === 'withdrawn' || change.kind === 'restored' || change.kind === 'merged') {
    return message(language, `change.${change.kind}`, { what: entryWords(told, entry) })
  }
  return elided(language, entry.type === 'claim' ? claimChange(told, change, entry) : entryChange(told, change, entry))
}

const entryChange = (told: Told, { kind }: RecordChange, entry: Entry): string =>
  message(told.language, kind === 'added' ? 'change.added' : 'change.edited', { what: entryWords(told, entry) })

function claimChange(told: Told, change: RecordChange, claim: EntryOf<'claim'>): string {
  const { language } = told
  // A later revision of the same entry is ours; a claim that follows another is the claimant's.
  if (change.before?.id === claim.id) return correctionWords(told, change.before, claim)
  const claimant = sourceNameOf(told, claim.content.claimantId)
  const { about } = claim.content
  const earlier = change.before?.type === 'claim' ? change.before : earlierOf(told, claim)
  if (change.kind === 'denied')
    return message(language, 'change.denied', { claimant, object: claimWords(told, claim).object })
  if (about.kind !== 'measure') return propositionChange(told, change, claim)
  const cell = cellTitle(told, about)
  const after = figureOf(told, claim.content)
  if (change.kind === 'revised' && earlier) {
    const key = isSeveral(told, claim.content.claimantId) ? 'change.figuresRevised' : 'change.figureRevised'
    return message(language, key, { claimant, cell, before: figureOf(told, earlier.content), after })
  }
  if (change.kind === 'retracted') {
    return earlier
      ? message(language, 'change.retracted', { claimant, cell, figure: figureOf(told, earlier.content) })
      : message(language, 'change.retractedClaim', { claimant })
  }
  return message(language, 'change.figureAdded', { claimant, cell, figure: after })
}

function earlierOf({ set }: Told, { content }: EntryOf<'claim'>): EntryOf<'claim'> | undefined {
  const id = content.retracts ?? content.revises
  return id === null ? undefined : set.claims.get(id)
}

function propositionChange(told: Told, { kind }: RecordChange, claim: EntryOf<'claim'>): string {
  const { claimant, verb, object } = claimWords(told, claim)
  return kind === 'retracted'
    ? message(told.language, 'change.retractedClaim', { claimant })
    : message(told.language, 'change.claimAdded', { claimant, verb, object })
}

/** What we had entered and what stands now; where the figure is the same, only that the entry was corrected. */
function correctionWords(told: Told, before: Entry, after: EntryOf<'claim'>): string {
  const { language } = told
  const { about } = after.content
  const [was, is] = [before.type === 'claim' ? figureOf(told, before.content) : '', figureOf(told, after.content)]
  if (about.kind !== 'measure' || was === is) {
    return message(language, 'change.edited', { what: claimSentence(told, after) })
  }
  const claimant = sourceNameOf(told, after.content.claimantId)
  return message(language, 'change.corrected', { claimant, cell: cellTitle(told, about), before: was, after: is })
}

/** An entry in a few words, for a sentence about it. */
export function entryWords(told: Told, entry: Entry): string {
  const { language } = told
  switch (entry.type) {
    case 'claim':
      return claimSentence(told, entry)
    case 'event':
      return inLanguage(entry.content.titles, language)
    case 'place':
    case 'actor':
      return displayName(entry.content.names, language)
    case 'source':
      return sourceNameOf({ ...told, set: { ...told.set, sources: new Map([[entry.id, entry]]) } }, entry.id)
    case 'document':
    case 'evidence':
      return entry.content.title
    case 'victim-group':
      return inLanguage(entry.content.labels, language) || groupNameOf(told, entry.id)
    case 'appearance': {
      const claimant = claimantOf(told, entry.content.claimId)
      return elided(language, message(language, 'change.appearance', { claimant }))
    }
    case 'assessment':
      return message(language, 'change.assessment', { verdict: verdictWords(told, entry.content.verdict) })
  }
}
