import { phraseList, wordSet } from '../attribution/speech-words.ts'
import type { ResponsibilityWords } from '../responsibility/responsibility-words.ts'

const DEEDS =
  'attack attacks bombing bombings ambush raid assault blast explosion killings kidnapping abduction strike'.split(' ')

/** How English says who did it. */
export const EN_RESPONSIBILITY_WORDS: ResponsibilityWords = {
  claiming: phraseList(
    'claimed responsibility|claims responsibility|claim responsibility|claiming responsibility|took responsibility|taken responsibility|claimed credit|claiming credit|claimed dual attacks|claimed attacks|' +
      'claimed claims claiming'
        .split(' ')
        .flatMap((verb) => DEEDS.map((deed) => `${verb} the ${deed}`))
        .join('|'),
  ),
  claimedBy: phraseList('claimed by|responsibility was claimed by'),
  blamedOn: phraseList(
    'blamed on|attributed to|attributing to|fingered|suspected to be|believed to be|pointed the finger at|pinned on|blamed the attack on|blamed the killings on',
  ),
  accusing: wordSet('accused accuses accuse accusing blamed blames blame blaming'),
  of: wordSet('of for'),
  suspected: wordSet('suspected alleged presumed'),
  doneBy: phraseList(
    'carried out by|perpetrated by|committed by|conducted by|launched by|killed by|attacked by|murdered by|kidnapped by|abducted by|shot by|shot dead by|ambushed by|massacred by|assassinated by|staged by|planted by|executed by|slain by|wounded by|injured by|bombed by|raided by|fired by|captured by|detonated by|blown up by|dynamited by|destroyed by|seized by|held by|burned by|set off by|gunned down by|burnt by|taken hostage by|tortured by',
  ),
  denying: wordSet('denied denies deny denying rejected rejects disclaimed'),
  deeds: wordSet(
    'responsibility involvement role attack attacking killing attacks accusation accusations carrying bombing massacre',
  ),
  doing: wordSet(
    'killed attacked murdered kidnapped abducted ambushed massacred bombed raided executed assassinated slaughtered beheaded dynamited detonated blew gunned shelled strafed',
  ),
  be: wordSet('was were is are been be being'),
  have: wordSet('has have had'),
  by: wordSet('by'),
  responsible: phraseList('responsible for|to blame for|behind the attack|behind the killings|behind the murder'),
  attacks: wordSet(
    'attack attacks raid raids ambush bombing bombings assault assaults strike strikes shelling offensive killing killings murder murders massacre assassination assassinations kidnapping kidnappings sabotage action actions shootout incursion incursions explosion explosions',
  ),
  noCulprits: wordSet(
    'attack attacks blast bomb bombs explosion explosions airstrike airstrikes strike strikes fire shells mine mines clashes violence device charge car vehicle war accident',
  ),
  nobody: wordSet('no nobody none nothing'),
  armed: wordSet(
    'gunmen herders bandits attackers assailants kidnappers extremists subversives guerrillas terrorists rebels militants pirates jihadists individuals men hitmen criminals drug traffickers mafia group groups',
  ),
  members: wordSet(
    'member members guerrilla guerrillas rebel rebels terrorist terrorists militant militants fighter fighters commando commandos troops soldiers men gunmen militiamen insurgents subversives extremists elements units unit group column squad patrol leaders leader leadership people activists followers',
  ),
  ofThem: wordSet('of from belonging'),
  describing: wordSet(
    'maoist marxist marxist-leninist leftist rightist leftwing rightwing extremist so-called clandestine outlawed separatist jihadist islamist armed heavily alleged presumed suspected unidentified self-styled communist several two three four five six some many about at least subversive terrorist guerrilla rebel',
  ),
  organisations: wordSet(
    'front movement army organization organisation command cartel cartels brigade alliance party forces commandos council union squadron squadrons squads coordinating coordinator',
  ),
  forces: wordSet('army military police navy government'),
  needsHelper: false,
  isSuspectedBehind: false,
}
