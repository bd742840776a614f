import type { DeskLanguage } from '../language.ts'
import type { SpeakerMention } from '../mentions.ts'
import type { NamedInText } from '../reading.ts'
import type { Sentence } from '../text/token.ts'
import type { ResolvedAttribution, SaidSentence } from './resolve-speakers.ts'

/** A statement that goes on over sentences. */
export interface Block {
  readonly speaker: NamedInText
  readonly via: NamedInText | null
  readonly standing: SpeakerMention['standing']
  readonly about: ReadonlySet<string>
  /**
   * `statement`: "The minister said:", and paragraphs follow. `quote`: between quotation marks. `unquoted`: "Oche said, The
   * men came …", and it goes on in the same voice.
   */
  readonly mode: 'statement' | 'quote' | 'unquoted'
  readonly paragraph: number
  /** So many sentences it has gone on. */
  readonly length: number
}

/** So long a quotation without marks may go on. */
const MOST_UNQUOTED = 3
/** So long a statement may go on that a colon announced. */
const MOST_STATED = 40

/** What a sentence without words of its own about who speaks takes from the statement that it belongs to. */
export function carriedInto(
  said: SaidSentence,
  own: readonly ResolvedAttribution[],
  block: Block | undefined,
): ResolvedAttribution[] | undefined {
  if (own.some(({ speaker }) => speaker !== null)) return undefined
  if (said.kind === 'quote' && said.speaker !== null) {
    const at = said.offset + said.sentence.start
    const speaker = { text: said.speaker, span: { start: at, end: at }, carried: { as: null }, entryId: null }
    return [
      whole(
        said.sentence,
        { speaker, via: null, standing: 'unknown', about: new Set<string>() },
        0.9,
        'set-apart',
        own,
      ),
    ]
  }
  if (!block || !goesOn(said, block)) return undefined
  const confidence = block.mode === 'unquoted' ? 0.55 : block.mode === 'quote' ? 0.85 : 0.75
  return [
    whole(
      said.sentence,
      { ...block, speaker: { ...block.speaker, carried: { as: firstPersonIn(said.sentence) } } },
      confidence,
      `carried-${block.mode}`,
      own,
    ),
  ]
}

const FIRST_PERSON = new Set(['i', 'we', 'je', 'nous'])
const firstPersonIn = ({ tokens }: Sentence): string | null =>
  tokens.find(({ key }) => FIRST_PERSON.has(key))?.text ?? null

/** Does the sentence belong to the statement? */
function goesOn({ sentence, kind, paragraph }: SaidSentence, { mode, length, paragraph: opened }: Block): boolean {
  if (kind !== 'text' && kind !== 'quote' && kind !== 'standfirst') return false
  if (mode === 'quote') return sentence.beginsQuoted || (beginsWithQuote(sentence) && paragraph - opened <= 1 + length)
  return length < (mode === 'unquoted' ? MOST_UNQUOTED : MOST_STATED)
}

const beginsWithQuote = ({ tokens }: Sentence): boolean => /^["“«]$/.test(tokens[0]?.text ?? '')

/** The whole sentence as theirs, named by no token of it; what it says in a softened way stays softened. */
function whole(
  sentence: Sentence,
  by: Pick<ResolvedAttribution, 'speaker' | 'via' | 'standing' | 'about'>,
  confidence: number,
  rule: string,
  own: readonly ResolvedAttribution[],
): ResolvedAttribution {
  const last = Math.max(0, sentence.tokens.length - 1)
  const hedge = own.find((one) => one.hedge !== null)?.hedge ?? null
  const { start, end } = sentence
  const { speaker, via, standing, about } = by
  return {
    first: -1,
    last: -1,
    start,
    end,
    speaker,
    via,
    standing,
    about,
    speech: 'say',
    scope: { first: 0, last },
    hedge,
    rule,
    confidence,
  }
}

/** The statement that goes on behind a sentence, if one does. */
export function blockAfter(
  said: SaidSentence,
  own: readonly ResolvedAttribution[],
  carried: readonly ResolvedAttribution[] | undefined,
  block: Block | undefined,
  _language: DeskLanguage,
): Block | undefined {
  const { sentence, paragraph, kind } = said
  if (kind === 'heading' || kind === 'caption' || kind === 'headline') return undefined
  const last = own.findLast(({ speaker }) => speaker !== null)
  if (!last?.speaker)
    return carried && block
      ? { ...block, length: block.length + 1 }
      : block?.mode === 'quote' && paragraph === block.paragraph
        ? block
        : undefined
  const { tokens } = sentence
  const by = { speaker: last.speaker, via: last.via, standing: last.standing, about: last.about, paragraph, length: 0 }
  if (tokens.at(-1)?.text === ':') return { ...by, mode: 'statement' }
  if (isFirstPersonAgain(last, block)) return block
  const behind = tokens[last.scope.first]
  if (
    last.rule === 'speaker-says' &&
    behind?.text === ',' &&
    tokens[last.scope.first + 1]?.isCapital === true &&
    !sentence.isShouted
  )
    return { ...by, mode: 'unquoted' }
  const isQuoted = tokens.some(({ isQuoted }, at) => isQuoted && at >= last.scope.first && at <= last.scope.last)
  return isQuoted ? { ...by, mode: 'quote' } : undefined
}

/** "I suspect that …" within a statement ends it not. */
const isFirstPersonAgain = ({ speaker }: ResolvedAttribution, block: Block | undefined): boolean =>
  block !== undefined && speaker?.carried?.as !== null && FIRST_PERSON.has(speaker?.carried?.as?.toLowerCase() ?? '')

/** So far back a quotation may begin before the words that say whose it is. */
const MOST_BACK = 12

/** A quotation of several sentences whose speaker is named at its end: all of them are theirs. */
export function backwards(sentences: readonly SaidSentence[], resolved: ResolvedAttribution[][]): void {
  sentences.forEach((said, index) => {
    const speaker = (resolved[index] ?? []).find(
      (one) => one.speaker !== null && one.scope.first === 0 && /said/.test(one.rule),
    )
    if (!speaker || !said.sentence.beginsQuoted) return
    for (let at = index - 1; at >= Math.max(0, index - MOST_BACK); at -= 1) {
      const before = sentences[at]
      if (!before || before.paragraph !== said.paragraph || (resolved[at] ?? []).some((one) => one.speaker !== null))
        return
      resolved[at] = [
        whole(
          before.sentence,
          { ...speaker, speaker: speaker.speaker && { ...speaker.speaker, carried: { as: null } } },
          0.85,
          'quoted-before',
          resolved[at] ?? [],
        ),
      ]
      if (!before.sentence.beginsQuoted) return
    }
  })
}
