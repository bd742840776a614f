import { phrases } from '../findings/phrases.ts'
import type { RuleWords } from '../findings/rule-words.ts'

const set = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '))

export const FR_RULE_WORDS: RuleWords = {
  hidden: phrases([
    'on rapporte|raconte|dit',
    'dit|rapporte|raconte|murmure on',
    'il se dit|murmure|raconte',
    'il a ete rapporte|affirme|allegue|signale',
    'il est rapporte|affirme|allegue',
    'il nous est rapporte|revenu',
    'parait il',
    "il parait que|qu'",
    'pretendument',
    'selon la rumeur',
    'selon des|les|certaines rumeurs',
    'certains|certaines disent|affirment|pretendent',
    'de source sure',
  ]),
  hiddenAlone: phrases([
    'selon des|certaines|plusieurs|diverses|differentes sources|informations',
    "d' apres des|certaines|plusieurs|diverses|differentes sources|informations",
    'des sources affirment|indiquent|rapportent|disent',
    'a on appris',
    'apprend on',
  ]),
  notDescribed: { before: set("et mais que qu' or car puis"), lasts: set('sources informations appris on') },
  court: set(
    'inculpe inculpes inculpee tribunal cour proces procureur parquet juge juges jugement mis mise examen arrete arretes arretee suspect suspects',
    'accuse accuses accusee prevenu prevenus plainte mandat condamne condamnes enquete enqueteurs',
  ),
  rumour: {
    auxiliaries: set('aurait auraient'),
    wishes: set('du pu voulu fallu aime souhaite prefere suffi permis'),
    ifs: set("si s' sans sinon autrement"),
  },
  total: phrases([
    'au total',
    'en tout',
    "un|le total de|d'",
    "un bilan total|global de|d'",
    'portant|porte|portent|porterait le bilan|total|nombre',
    'porte|portent|portant a',
  ]),
  change: set(
    'passe passee alourdi alourdie alourdit augmente monte grimpe revu revue revise revisee corrige corrigee anterieur anterieure precedent precedente precedemment',
    'auparavant initial initiale initialement provisoire premier premiere ensuite puis depuis desormais deja autre autres separe separee distinct distincte',
    'second seconde deuxieme troisieme nouveau nouvelle ailleurs dernier derniere passes contre contrairement contredit dementi plus supplementaires total chacun chacune',
    'respectivement tandis egalement meme aussi autant',
  ),
  others: set('autre autres plus supplementaires reste dont dernier'),
  partly: phrases(['des', "d' entre", 'parmi les|eux|elles', 'de ces|ses|leurs']),
  knownBefore: phrases([
    'les',
    "l'|le|les assassinat|assassinats|meurtre|meurtres|massacre|execution|enlevement|rapt de|d'",
  ]),
  confirming: { confirme: 'affirme', confirment: 'affirment', confirmait: 'affirmait', confirmant: 'affirmant' },
  sides: set(
    'armee armees militaire militaires milice milices militants rebelles rebelle forces troupes soldats combattants groupe groupes jihadistes djihadistes',
    'insurges separatistes junte coalition brigade brigades bataillon marine mercenaires guerilla paramilitaires mouvement front faction',
  ),
  giving: set(
    'dit disent disait declare declarent affirme affirment selon indique indiquent annonce annoncent rapporte rapportent precise precisent assure assurent estime estiment',
    'compte comptent comptait denombre denombrent recense recensent recenses evoque evoquent parle parlent etat chiffre chiffrent attribue attribuent cite citent citant',
    'documente documentent verifie confirme confirment reconnait reconnaissent reconnu dement dementi nie nient accuse accusent impute imputent revendique revendiquent',
    'ecrit ecrivent publie publies communique sources source officiel officielle apprend appris donnees avance avancent souligne explique ajoute',
  ),
  speech: set(
    'dit disent disait declare declaraient declarait declarent affirme affirment affirmait ajoute ajoutait ajoutent explique expliquent expliquait selon indique indiquent',
    'precise precisent souligne soulignent souligne raconte racontent raconter rapporte rapportent temoigne temoignent assure assurent estime estiment lance lancent',
    'ecrit ecrivent ecrivait lit lire lisait appele appelle appellent qualifie qualifient qualifiant intitule intitulee intitules nomme nommee baptise baptisee surnomme denomme dite',
    'annonce annoncent annoncait insiste previent repond repondu demande demandait promet denonce denoncent denoncait scande scandent crie crient slogan mots citant cite',
    'communique parle parlant note notait confie confiait conclut conclu poursuit poursuivi rappelle regrette deplore admet reconnait dement confirme condamne accuse evoque evoquant',
    'martele martelait reconnu averti jure jugeait juge juger lettre message publie rapport pretend decrit decrivant commente commentait apres',
  ),
  agencyWork: [
    "a|ont constate|appris l' *",
    "a|ont constate un|une|des journaliste|journalistes|correspondant|correspondants|photographe de l' *",
    'a constate *',
    "l' * a appris|constate",
    '* a appris|constate',
    "un|des|le|les journaliste|journalistes|correspondant|correspondants|photographe|photographes de l' * a|ont vu|constate|compte",
    "joint|jointe|joints|contacte|contactee|contactes|consulte|consultee|vu|vue|interroge|interrogee|interroges par l' *",
    'joint|jointe|joints|contacte|contactee|contactes|consulte|consultee|vu|vue|interroge|interrogee|interroges par *',
    "selon un decompte de l' *",
    "selon un comptage de l' *",
  ],
  unnamedAgency: phrases([
    "a l' agence",
    "a appris l' agence",
    "a constate l' agence",
    'a notre correspondant',
    "joint|jointe|joints|contacte|contactee|contactes|interroge|interrogee par l' agence",
    'joint|jointe|joints|contacte|contactee|contactes|interroge|interrogee par notre correspondant',
  ]),
  credit:
    /©|(?<!\p{L})(?:photos?|images?|crédits?|credits?|capture|getty|reuters|afp|ap|epa|wikimedia)\s*[:/)]|[(/]\s*(?:afp|ap|reuters|getty|epa)(?!\p{L})|(?<!\p{L})(?:photo|image|crédit|cliché)(?: \p{L}+)? (?:de|par|d['’])/iu,
  fill: set("le la les l' un une des de d' du ses son sa leurs leur personnes personne ont ete au aux"),
}
