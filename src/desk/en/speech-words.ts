import { formsOf, phraseList, type SpeechWords, wordList, wordSet } from '../attribution/speech-words.ts'

const VERBS = formsOf({
  say: 'said says say told tells added adds explained explains noted notes declared declares wrote writes tweeted stressed emphasized emphasised informed recalled narrated lamented remarked observed testified described posted disclosed discloses revealed reveals mentioned specified warned warns concluded concludes argued indicated indicates states stated replied continued commented',
  report:
    'reported reports report announced announces announce documented documents recorded records gave gives counted counts tallied tallies registered registers received receives lists listed feared fears fear',
  claim:
    'claimed claims claim alleged alleges allege asserted asserts maintained maintains maintain insisted insists boasted contended contends fingered',
  admit: 'acknowledged acknowledges acknowledge admitted admits admit conceded concedes concede confessed confesses',
  deny: 'denied denies deny rejected rejects reject refuted refutes dismissed dismisses disputed disputes',
  accuse: 'accused accuses accuse blamed blames blame',
  estimate: 'estimated estimates estimate believes believe believed suspects suspect suspected',
  confirm: 'confirmed confirms confirm verified verifies corroborated',
  decline: 'declined refused',
})

/** "Cut the death toll to", "has raised its toll": whoever does it says how many. */
const TOLLS = 'cut cuts lowered lowers raised raises revised revises reduced reduces updated increased'
  .split(' ')
  .flatMap((verb) =>
    ['the toll', 'the death toll', 'its toll', 'its death toll', 'their toll', 'the number of dead', 'the figure'].map(
      (toll) => ({ words: wordList(`${verb} ${toll}`), speech: 'report' as const }),
    ),
  )

/** How English quotes people. */
export const EN_SPEECH_WORDS: SpeechWords = {
  verbs: VERBS,
  participles: VERBS,
  gerunds: formsOf({
    say: 'saying adding noting stating explaining telling declaring stressing writing warning insisting',
    report: 'reporting announcing',
    claim: 'claiming alleging asserting',
    admit: 'admitting acknowledging conceding',
    deny: 'denying rejecting refuting',
    accuse: 'accusing blaming',
    estimate: 'estimating',
    confirm: 'confirming',
  }),
  phrases: [
    { words: wordList('made it known'), speech: 'say' },
    { words: wordList('made known'), speech: 'say' },
    { words: wordList('pointed out'), speech: 'say' },
    { words: wordList('points out'), speech: 'say' },
    { words: wordList('went on to say'), speech: 'say' },
    { words: wordList('spoke of'), speech: 'say' },
    { words: wordList('put the'), speech: 'estimate' },
    { words: wordList('puts the'), speech: 'estimate' },
    { words: wordList('put its'), speech: 'estimate' },
    { words: wordList('puts its'), speech: 'estimate' },
    { words: wordList('put the figure'), speech: 'estimate' },
    { words: wordList('talked of'), speech: 'say' },
    { words: wordList('spoken of'), speech: 'say' },
    { words: wordList('speak of'), speech: 'say' },
    { words: wordList('gave the number'), speech: 'report' },
    { words: wordList('gives the number'), speech: 'report' },
    { words: wordList('given the number'), speech: 'report' },
    { words: wordList('given the toll'), speech: 'report' },
    ...TOLLS,
    { words: wordList('speaks of'), speech: 'say' },
    { words: wordList('owned up to'), speech: 'admit' },
  ],
  counting: wordSet('gave gives counted counts tallied tallies registered registers received receives lists listed'),
  counts: wordSet(
    'at more about some over around nearly almost up as fewer no an dozens scores hundreds several two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand toll',
  ),
  nounLike: wordSet(
    'reports report claims claim estimates estimate states notes records documents blame posts suspects suspect suspected reject believed disputes warns',
  ),
  have: wordSet("has have had having 've"),
  be: wordSet('was were is are been be being'),
  adverbs: wordSet(
    'also recently later earlier now then already again only just even still always never not reportedly allegedly however however both all has have had did does do today yesterday tonight subsequently meanwhile further simply first finally since falsely repeatedly formally officially publicly initially jointly separately independently clearly categorically flatly strongly vehemently immediately previously himself herself itself themselves',
  ),
  negations: wordSet("not never n't neither nor didn't hasn't haven't couldn't cannot doesn't"),
  that: wordSet('that'),
  accordingTo: phraseList('according to|according'),
  telling: wordSet('told tells informed telling'),
  quoted: wordSet(
    'reached contacted interviewed quoted cited carried published reported broadcast relayed aired seen released distributed',
  ),
  quoting: wordSet('quoted quotes quoting cited cites citing'),
  by: wordSet('by'),
  to: wordSet('to with'),
  cuts: wordSet('while whereas but although though yet'),
  joints: wordSet(
    'that after before when because since where which whom whose if as until unless than whether who how why what',
  ),
  and: wordSet('and or & nor'),
  articles: wordSet(
    'the a an this that these those some several many its his her their our two three four five both another one any such',
  ),
  definiteArticles: wordSet('the this that these those'),
  prepositions: wordSet(
    'of for from in at to with on by under over near about against into within inside outside during following despite amid between among across through per via along like including throughout behind',
  ),
  inNames: wordSet("of for and the al el ul ibn bin al- de la du des der van von wa 's & in on s"),
  times: wordSet(
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr aug sept oct nov dec today yesterday tonight tomorrow late early morning afternoon evening night midday noon week weekend month year earlier later last this day days hours on',
  ),
  statements: wordSet(
    'statement statements interview communique communiques report bulletin message video post tweet telephone phone conference briefing email letter release dispatch speech broadcast television radio channel website internet page site x twitter facebook telegram instagram whatsapp youtube weibo',
  ),
  hedges: wordSet('reportedly allegedly supposedly purportedly'),
  hearsay: wordSet(''),
  untrue: wordSet('false untrue fake baseless unfounded fabricated lies fabrications'),
  credits: wordSet(
    'responsibility credit attack attacks bombing bombings ambush raid assault blast explosion strike killing killings abduction kidnapping kidnappings',
  ),
  crediting: wordSet('claimed claims claim'),
  tolls: wordSet('toll'),
  finite: wordSet(
    'was were is are has have had been will would can could may might shall should must did does do died killed wounded injured attacked left came took went shot fled broke began fell hit struck found made got lost saw set kept ran gave met dead carried opened fired seized held brought rose led burned burnt remain remains became stood spoke speaks cut hurt kill kills wound attack be',
  ),
  finiteEndings: /^[a-z]{3,}ed$/,
  notFinite: wordSet(
    'armed united allied retired masked suspected alleged displaced combined so-called appointed unnamed unidentified related concerned interested based affected hundred sacred wanted associated unconfirmed jailed exiled detained led-by elected wounded injured licensed mixed red trained mohammed mohamed ahmed muhammed hamed saeed sayed rasheed waleed khaled majed rashed saed speed breed reed creed exceed indeed need seed',
  ),
  papers: wordSet('plan plans law constitution schedule agreement custom tradition needs age which'),
  from: wordSet('by from of'),
  meanwhile: wordSet('while'),
  asides: phraseList('for its part|for his part|for her part|for their part|in turn'),
  pronouns: wordSet('he she it they we i who one'),
  relatives: wordSet('who which'),
}
