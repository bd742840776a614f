import { phrases } from '../findings/phrases.ts'
import type { RuleWords } from '../findings/rule-words.ts'

const set = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '))

export const EN_RULE_WORDS: RuleWords = {
  hidden: phrases([
    'reportedly|allegedly|supposedly|purportedly|rumoredly',
    'it was|is reported|alleged|claimed|said|rumoured|rumored|understood|learned|learnt|gathered',
    'it has been reported|alleged|claimed|said|rumoured|rumored|learned|learnt|gathered',
    'is|are|was|were said|alleged|rumoured|rumored|understood|reported to have',
    'is|are|was|were said|alleged|rumoured|rumored|understood to be',
    'has|have been said|alleged|rumoured|rumored|reported to have',
    'some|unconfirmed|several reports say|said|suggest|suggested|indicate|indicated',
    'according to rumours|rumors',
    'some say',
  ]),
  hiddenAlone: phrases([
    'according to sources|reports',
    'according to some|several|various|unconfirmed|multiple reports|accounts|sources',
    'sources say|said|claim|claimed',
    'a source said|says|claimed',
    'reports|rumours|rumors say|said|suggest|suggested|indicate|indicated',
  ]),
  notDescribed: { before: set('and but while as though although that which'), lasts: set('sources reports accounts') },
  court: set(
    'charged charges charge court courts trial trials tried prosecutor prosecutors prosecution indicted indictment arrested arrest',
    'suspect suspects suspected accused defendant defendants lawsuit warrant judge jury sentenced convicted plea pleaded detained investigating investigation',
  ),
  rumour: null,
  total: phrases([
    'a|the total of',
    'a|the combined total|toll of',
    'in all|total',
    'all in all|told',
    'altogether|overall|combined',
    'bringing|taking|brings|takes|brought|took|raising|raises|raised the total|toll|tally|number|figure',
    'bringing|taking|brings|takes|brought|took|raising|raises|raised the overall|combined|death|total|casualty toll|number|figure',
  ]),
  change: set(
    'rose risen rises rising climbed climbs jumped grew grown increased increase doubled fell dropped lowered raised raising bringing brought',
    'revised revise revises updated corrected earlier initial initially previously previous preliminary first later subsequently before prior',
    'then since now already meanwhile separate separately another second third other others similar similarly elsewhere last ago past annual',
    'contrast contradicted disputed instead originally wrongly more further additional total remaining respectively each',
  ),
  others: set('other others another more further additional remaining rest including'),
  partly: phrases(['of the|them|whom|these|those|his|her|its|their', 'among the|them|those']),
  knownBefore: phrases([
    'the',
    'the killing|killings|murder|murders|assassination|massacre|execution|abduction|kidnapping|slaying of',
  ]),
  confirming: { confirmed: 'said', confirms: 'says', confirm: 'say', confirming: 'saying' },
  sides: set(
    'army armies military militia militias militants militant rebels rebel forces force troops soldiers fighters group groups jihadists',
    'insurgents separatists junta coalition brigade brigades battalion navy command mercenaries guerrillas paramilitaries paramilitary movement front faction',
  ),
  giving: set(
    'said say says saying told tells tell reported reports report reporting announced announces claimed claims claim according stated states declared declares',
    'counted counts count counting puts gives gave estimated estimates estimate speaks spoke cited cites citing attributes attributed attribute documented recorded',
    'verified confirmed confirms acknowledged acknowledges admitted admits denied denies alleged alleges accused accuses accusing blamed blames blaming listed lists',
    'wrote writes published statement posted tweeted lists informed learned learnt sources toll tally figures data',
  ),
  speech: set(
    'said say says saying told tells tell added adds wrote writes write according read reads reading called calls calling described describes',
    'dubbed dubs titled entitled named known labelled labeled branded asked asks replied replies answered stated states declared declares',
    'announced announces claimed claims insisted insists warned warns posted tweeted shouted chanted chanting explained noted continued concluded',
    'statement quoted quotes quoting quote cited cites cites citing words phrase slogan heard hear argued urged recalled testified remarked spoke tweet letter report message',
    'admitted acknowledged denied confirmed condemned accused vowed pledged promised alleged complained lamented thinks believes',
  ),
  agencyWork: [
    '* has|have learned|learnt',
    '* learned|learnt that|from',
    'an|a * correspondent|reporter|journalist|photographer|witness saw|counted|witnessed|said|heard',
    '* correspondents|reporters|journalists|photographers|witnesses saw|counted|witnessed|heard',
    'seen|reviewed|obtained|contacted|reached|verified by *',
    'seen|reviewed|obtained|contacted|reached|verified by the *',
    'a * count|tally',
    'an * count|tally',
  ],
  unnamedAgency: phrases([
    'told|tells the|this agency',
    'told|tells the|this news agency',
    'told our correspondent',
    'the agency has learned|learnt',
    'seen|contacted|reviewed|reached by the agency',
    'seen|contacted|reviewed|reached by our correspondent',
  ]),
  credit:
    /©|\b(?:photo(?:graph)?s?|images?|pictures?|credits?|courtesy|handout|screengrab|screenshot|getty|reuters|afp|ap|epa|wikimedia)\b\s*[:/)]|[(/]\s*(?:afp|ap|reuters|getty|epa)\b|\b(?:photo|picture|image|courtesy|handout)(?: \w+)? (?:by|of|from|via)\b|\bvia (?:afp|ap|reuters|getty)\b/i,
  fill: set('the a an of its his her their our people persons person some were was at in from'),
}
