import { phraseList, wordSet } from '../attribution/speech-words.ts'
import type { ResponsibilityWords } from '../responsibility/responsibility-words.ts'

/** How English says who did it. */
export const EN_RESPONSIBILITY_WORDS: ResponsibilityWords = {
  claiming: phraseList(
    'claimed responsibility|claims responsibility|claim responsibility|claiming responsibility|took responsibility|taken responsibility|claimed credit|claimed the attack|claimed the bombing|claimed dual attacks|claimed the attacks|claimed attacks|claimed the ambush',
  ),
  claimedBy: phraseList('claimed by|responsibility was claimed by'),
  blamedOn: phraseList(
    'blamed on|attributed to|attributing to|fingered|suspected to be|believed to be|pointed the finger at|pinned on|blamed the attack on|blamed the killings on',
  ),
  accusing: wordSet('accused accuses accuse accusing blamed blames blame blaming'),
  of: wordSet('of for'),
  suspected: wordSet('suspected alleged presumed'),
  doneBy: phraseList(
    'carried out by|perpetrated by|committed by|conducted by|launched by|killed by|attacked by|murdered by|kidnapped by|abducted by|shot by|shot dead by|ambushed by|massacred by|assassinated by|staged by|planted by|executed by|slain by|wounded by|injured by|bombed by|raided by|fired by|captured by',
  ),
  denying: wordSet('denied denies deny denying rejected rejects disclaimed'),
  deeds: wordSet(
    'responsibility involvement role attack attacking killing attacks accusation accusations carrying bombing massacre',
  ),
  doing: wordSet(
    'killed attacked murdered kidnapped abducted ambushed massacred bombed raided executed assassinated slaughtered beheaded',
  ),
  be: wordSet('was were is are been be being'),
  have: wordSet('has have had'),
  by: wordSet('by'),
  needsHelper: false,
  isSuspectedBehind: false,
}
