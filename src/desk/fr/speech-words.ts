import { formsOf, phraseList, type SpeechWords, wordList, wordSet } from '../attribution/speech-words.ts'

/** «A revu le bilan», «a ramené son bilan à», «abaisse le nombre de morts»: who does it says how many. */
const TOLLS = 'revu revoit revoient porte portent ramene ramenent abaisse abaissent releve relevent reduit'
  .split(' ')
  .flatMap((verb) =>
    ['le bilan', 'ce bilan', 'son bilan', 'leur bilan', 'le nombre de morts', 'le nombre de victimes'].map((toll) => ({
      words: wordList(`${verb} ${toll}`),
      speech: 'report' as const,
    })),
  )

/** «Avancent le chiffre de», «avançait le nombre d'une centaine». */
const FIGURES = 'avance avancent avancait avancaient donne donnent donnait'.split(' ').flatMap((verb) =>
  ['le chiffre de', "le chiffre d'", 'le nombre de', "le nombre d'", 'un bilan de', "un bilan d'"].map((figure) => ({
    words: wordList(`${verb} ${figure}`),
    speech: 'say' as const,
  })),
)

/** «Faisait cas de», «fait mention de». */
const CASES = 'fait font faisait faisaient'.split(' ').flatMap((verb) =>
  ['cas de', "cas d'", 'mention de', "mention d'", 'etat du', 'etat des'].map((words) => ({
    words: wordList(`${verb} ${words}`),
    speech: 'report' as const,
  })),
)

/** How French quotes people. */
export const FR_SPEECH_WORDS: SpeechWords = {
  verbs: formsOf({
    say: 'dit disent disait disaient declare declarent declarait indique indiquent indiquait indiquaient souligne soulignent precise precisent precisait explique expliquent expliquait ajoute ajoutent assure assurent note notent ecrit ecrivent poursuit raconte racontent temoigne temoignent rappelle rappellent deplore deplorent conclut informe revele revelent signale signalent evoque evoquent avance avancent constate redoute redoutait redoutent craint craignait craignent',
    report:
      'rapporte rapportent rapportait annonce annoncent annoncait recense recensent recensait denombre denombrent denombrait compte documente documentent comptabilise comptabilisent enregistre enregistrent',
    claim:
      'affirme affirment affirmait affirmaient pretend pretendent pretendait soutient soutiennent allegue revendique revendiquent martele martelent',
    admit: 'reconnait reconnaissent reconnaissait admet admettent admettait avoue avouent concede concedent',
    deny: 'dement dementent dementait nie nient niait niaient rejette rejettent refute refutent conteste contestent recuse',
    accuse: 'accuse accusent accusait accusaient denonce denoncent',
    estimate: 'estime estiment estimait evalue evaluent chiffre',
    confirm: 'confirme confirment confirmait verifie',
    decline: 'refuse refusent',
  }),
  participles: formsOf({
    say: 'dit declare indique souligne precise explique ajoute assure note ecrit poursuivi raconte temoigne rappele deplore conclu informe revele signale evoque avance fait-savoir detaille laisse-entendre constate confie redoute inquiete alarme indigne poste tweete',
    report: 'rapporte annonce recense denombre documente comptabilise compte enregistre recu',
    claim: 'affirme pretendu soutenu allegue martele revendique',
    admit: 'reconnu admis avoue concede',
    deny: 'dementi nie rejete refute conteste recuse',
    accuse: 'accuse denonce impute attribue',
    estimate: 'estime evalue chiffre',
    confirm: 'confirme verifie',
    decline: 'refuse',
  }),
  gerunds: formsOf({
    say: 'disant indiquant precisant declarant soulignant ajoutant expliquant assurant',
    report: 'rapportant annoncant',
    claim: 'affirmant pretendant soutenant revendiquant',
    admit: 'reconnaissant admettant avouant',
    deny: 'niant dementant rejetant refutant',
    accuse: 'accusant',
    estimate: 'estimant evaluant',
    confirm: 'confirmant',
  }),
  phrases: [
    { words: wordList("fait etat d'"), speech: 'report' },
    { words: wordList('fait etat de'), speech: 'report' },
    { words: wordList('fait etat du'), speech: 'report' },
    { words: wordList('fait etat des'), speech: 'report' },
    { words: wordList("font etat d'"), speech: 'report' },
    { words: wordList('font etat de'), speech: 'report' },
    { words: wordList('faisait etat de'), speech: 'report' },
    { words: wordList('faisaient etat de'), speech: 'report' },
    { words: wordList('fait savoir'), speech: 'say' },
    { words: wordList('font savoir'), speech: 'say' },
    { words: wordList('laisse entendre'), speech: 'say' },
    { words: wordList('parle de'), speech: 'say' },
    { words: wordList("fait part d'"), speech: 'report' },
    { words: wordList('fait part de'), speech: 'report' },
    { words: wordList('fait part du'), speech: 'report' },
    { words: wordList('fait part des'), speech: 'report' },
    { words: wordList('parlent de'), speech: 'say' },
    { words: wordList("parle d'"), speech: 'say' },
    { words: wordList('parlait de'), speech: 'say' },
    { words: wordList('parlaient de'), speech: 'say' },
    { words: wordList("faisait etat d'"), speech: 'report' },
    ...CASES,
    ...FIGURES,
    ...TOLLS,
  ],
  counting: wordSet('enregistre enregistrent recu comptabilise comptabilisent compte'),
  counts: wordSet(
    "au pres plus moins environ quelque quelques une un jusqu'a deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille dizaine dizaines centaine centaines vingtaine trentaine plusieurs bilan le la",
  ),
  nounLike: wordSet('annonce note compte chiffre estime accuse refuse rapporte avance conteste dit revendique nie'),
  have: wordSet('a ont avait avaient ai avons aurait auraient ayant'),
  be: wordSet('est sont ete etait etaient fut furent'),
  adverbs: wordSet(
    "aussi egalement ensuite deja encore notamment ne n' pas jamais l' le la les en y s' se lui leur recemment cependant toutefois pourtant aujourd'hui hier mardi lundi mercredi jeudi vendredi samedi dimanche a ont avait avaient ai avons officiellement formellement categoriquement vigoureusement rapidement immediatement clairement depuis plutot nous tous vite fermement",
  ),
  negations: wordSet("pas jamais ni n' ne"),
  that: wordSet("que qu'"),
  accordingTo: phraseList(
    "selon|d' apres|aupres de|aupres d'|aupres du|aupres des|de source|de sources|de meme source|d' une source|au dire de|aux dires de|de l' aveu de|de l' aveu du",
  ),
  telling: wordSet(''),
  quoted: wordSet(
    'cite cites citee citees joint joints jointe jointes contacte contactes contactee contactees interroge interroges interrogee interrogees interviewe interviewee repris reprise relaye relayee diffuse diffusee publie publiee rapporte rapportes lu transmis transmise',
  ),
  quoting: wordSet('citant evoquant cite citent'),
  by: wordSet('par'),
  to: wordSet('a au aux avec'),
  cuts: wordSet('tandis alors mais cependant toutefois'),
  joints: wordSet("que qu' qui dont ou lorsque lorsqu' quand apres avant puisque si comme car quoique afin jusqu'"),
  and: wordSet('et ou ni'),
  articles: wordSet(
    "le la les l' un une des du ce cet cette ces son sa ses leur leurs notre nos deux trois quatre cinq plusieurs certains certaines quelques aucun aucune",
  ),
  definiteArticles: wordSet("le la les l' ce cet cette ces"),
  prepositions: wordSet(
    "de d' du des a au aux en pour dans sur contre avec par sous chez vers pres lors durant pendant depuis entre hors sans parmi outre malgre suite via face afin",
  ),
  inNames: wordSet("de d' du des la le les l' et en pour al el ul wa ibn ben bin aux a au sur"),
  times: wordSet(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre aujourd'hui hier demain soir matin nuit midi semaine mois annee ce cette dernier derniere week-end journee apres-midi jour jours",
  ),
  statements: wordSet(
    'communique communiques declaration declarations interview entretien conference presse rapport message video bulletin point telephone discours television radio antenne reseaux compte x twitter facebook telegram instagram whatsapp youtube tweet note internet web site ligne page',
  ),
  hedges: wordSet('pretendument apparemment supposement'),
  hearsay: wordSet('aurait auraient serait seraient'),
  untrue: wordSet(
    'faux fausse fausses mensonger mensongere mensongeres mensongers infonde infondees infondes inexact inexactes',
  ),
  credits: wordSet(
    'attaque attaques attentat attentats embuscade responsabilite assaut raid enlevement enlevements explosion',
  ),
  crediting: wordSet('revendique revendiquent revendiquait'),
  tolls: wordSet('bilan'),
  finite: wordSet(
    "a ont est sont etait etaient ete avait avaient sera seront va vont fait font faisait perdu tue tues tuee tuees blesse blesses mort morts aurait auraient serait seraient peut peuvent doit doivent n' s' se eu mene perdent meurent tuent tue perissent fut furent ne attaque attaquent",
  ),
  finiteEndings: /^[a-z]{3,}(?:aient|erent|irent|eront|iront)$/,
  notFinite: wordSet(''),
  papers: wordSet('loi calendrier accord coutume besoins type cas laquelle lequel lesquelles lesquels'),
  from: wordSet("de d' du des par"),
  meanwhile: wordSet('tandis alors'),
  asides: phraseList(
    'pour sa part|pour leur part|de son cote|de leur cote|quant a lui|quant a elle|quant a eux|lui|elle|eux|lui aussi',
  ),
  pronouns: wordSet('il elle ils elles on nous je qui celui-ci celle-ci ceux-ci celles-ci'),
  relatives: wordSet('qui'),
}
