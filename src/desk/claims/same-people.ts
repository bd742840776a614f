import type { CasualtyMention } from '../mentions.ts'
import type { ReadSentence } from '../read-sentence.ts'

/** "30 others", «dix autres», "18 wounded": words that leave open who is meant. */
const OTHERS = /^(?:the |les |d['’])?(?:others?|more|autres)$/i

/** A casualty as its stance is judged: with the people of whom its sentence spoke before, where its own words leave open who. */
export function withPeople<One extends Pick<CasualtyMention, 'who' | 'first' | 'figure'>>(
  { casualties, sentence }: Pick<ReadSentence, 'casualties' | 'sentence'>,
  casualty: One,
): One {
  const { who, figure, first } = casualty
  const end = Math.max(figure.span.end, who?.span.end ?? 0)
  const [ranks] = RANKS.exec(sentence.text.slice(end - sentence.start, end - sentence.start + NEAR)) ?? []
  const told = casualties.findLast(
    (one) => one.first < first && peopleOf(sentence, one) !== null && !OTHERS.test(one.who?.words ?? ''),
  )
  const before = told ? peopleOf(sentence, told) : null
  return {
    ...casualty,
    who: who && !OTHERS.test(who.words) ? who : (before ?? who ?? peopleOf(sentence, casualty)),
    figure: ranks ? { ...figure, words: figure.words + ranks } : figure,
  }
}

/** «25 morts parmi les soldats», "12 dead among the troops": who they were, right behind the figure. */
function peopleOf(
  sentence: ReadSentence['sentence'],
  { who, figure }: Pick<CasualtyMention, 'who' | 'figure'>,
): CasualtyMention['who'] {
  if (who) return who
  const behind = sentence.text.slice(figure.span.end - sentence.start, figure.span.end - sentence.start + NEAR)
  const words = AMONG.exec(behind)?.[1]
  return words === undefined ? null : { words, span: figure.span }
}

const AMONG =
  /^ (?:[\p{Ll}]+ )?(?:among|parmi) (?:the|its|our|les|ses|nos) (soldiers|troops|police|security forces|soldats|militaires|gendarmes|policiers)\b/u

/** «18 blessés dans ses rangs», "12 wounded on our side": whose they are, right behind them. */
const RANKS =
  /^ (?:in|among|on|within|dans|parmi) (?:its|our|their|ses|nos|leurs) (?:own )?(?:ranks|side|men|troops|forces|fighters|soldiers|rangs|hommes|troupes|forces|soldats|combattants|éléments)\b/u
const NEAR = 40

/** Is the one who is counted the one who speaks: "the rebels killed 30 soldiers, Reuters reported"? */
export const isSpeaker = (
  { attributions }: Pick<ReadSentence, 'attributions'>,
  { figure, trigger }: CasualtyMention,
): boolean =>
  attributions.some(
    ({ first, last, start, end, speaker, scope }) =>
      speaker !== null &&
      first >= 0 &&
      (trigger < first || trigger > last) &&
      scope.first !== first &&
      figure.span.start >= start &&
      figure.span.end <= end,
  )
