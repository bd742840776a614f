import type { StyleWord } from '../desk-text.ts'
import type { StyleWords } from '../findings/style-context.ts'

const set = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '))

const word = (word: string, instead: string | null): StyleWord => ({ word, language: 'en', instead })

export const EN_STYLE: StyleWords = {
  list: [
    word('terrorist', null),
    word('rebel', null),
    word('regime', 'government'),
    word('neutralised', 'killed'),
    word('neutralized', 'killed'),
    word('neutralising', 'killing'),
    word('neutralizing', 'killing'),
    word('eliminated', 'killed'),
    word('liquidated', 'killed'),
    word('martyr', null),
    word('martyred', 'killed'),
    word('collateral damage', null),
    word('surgical strike', 'strike'),
    word('our troops', null),
    word('our soldiers', null),
    word('our forces', null),
    word('cowardly attack', 'attack'),
    word('dastardly', null),
  ],
  reported: set(
    'designated designate designates listed lists blacklisted blacklist labelled labeled labels branded brands considered considers consider deemed deems',
    'regarded regards described describes calls called calling dubbed dubs so-called accused accuse accuses accusing charged convicted classified classifies',
    'word term denounced denounces treated termed terms suspected alleged',
  ),
  fixed: {
    terrorist: {
      before: set('anti convicted alleged suspected former ex'),
      behind: set('offence offences offense offenses financing list watchlist designation charges suspect suspects'),
    },
    rebel: { before: set('to former ex would will may'), behind: set('against') },
    regime: {
      before: set(
        'sanctions sanction training legal tax visa control fitness treatment inspection licensing regulatory trade border exchange drug dosing',
        'nonproliferation non-proliferation verification monitoring customs export daily currency treaty maintenance climate compliance safety',
      ),
      behind: set('change of'),
    },
    eliminated: { before: set('be'), behind: set('in from') },
  },
  aboutPeople: set('neutralised neutralized neutralising neutralizing eliminated liquidated'),
  people: set(
    'terrorist terrorists militant militants fighter fighters insurgent insurgents rebel rebels bandit bandits soldier soldiers gunman gunmen member members',
    'people men commander commanders leader leaders jihadist jihadists element elements kidnapper kidnappers criminal criminals attacker attackers assailant',
    'assailants combatant combatants mercenary mercenaries operative operatives troops civilians bomber bombers',
  ),
  things: set(
    'bomb bombs device devices mine mines explosive explosives threat threats ied ieds drone drones missile missiles rocket rockets vehicle vehicles',
    'disease poverty tariff tariffs cup tournament round final finals qualifying weapons stockpile stockpiles posts jobs shares company assets virus',
  ),
}
