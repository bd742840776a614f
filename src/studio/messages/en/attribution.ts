const rules = new Intl.PluralRules('en')
const counted = (count: number, one: string, other: string): string =>
  `${count} ${rules.select(count) === 'one' ? one : other}`

export const attribution = {
  title: 'Says who? The attribution desk',
  about: 'The desk reads along in English and French: who says so, which dates will rot, what differs from the record.',
  notRead: 'There is nothing to read yet.',
  reading: 'Reading…',
  failed: 'The text could not be read. It is read again with your next change.',
  otherLanguage: 'The desk cannot read the language of this story.',
  otherLanguageHelp: 'It reads English and French. Figures are cited by hand as before.',
  nothing: 'Nothing to ask.',
  found: (claims: number, findings: number, responsibilities: number) =>
    [
      claims > 0 && counted(claims, 'suggested claim', 'suggested claims'),
      findings > 0 && counted(findings, 'finding', 'findings'),
      responsibilities > 0 && `${responsibilities} on who did it`,
    ]
      .filter(Boolean)
      .join(' · '),
  at: (place: number, of: number, title: string) => `${place} of ${of}. ${title}`,
  next: 'Next',
  previous: 'Previous',
  show: 'Show in the text',
  quoted: (words: string) => `“${words}”`,
  suggestedClaim: 'Suggested claim',
  ownVoice: 'Nobody named',
  via: (name: string) => `via ${name}`,
  claimLine: (who: string, what: string) => `${who}: ${what}`,
  carried: (words: string, name: string) => `“${words}” is read as ${name}, from an earlier sentence.`,
  citedInBody: 'Figures are cited in the body. State it there, with who says so, and it can be recorded.',
  responsibility: 'Who did it',
  responsible: {
    claimed: (actor: string) => `${actor} claims responsibility`,
    accused: (actor: string) => `${actor} is accused`,
    suspected: (actor: string) => `${actor} is suspected`,
    denied: (actor: string) => `${actor} denies responsibility`,
    stated: (actor: string) => `${actor} is named as responsible`,
  },
  responsibilityHelp:
    'The studio has no form for who did it. Whoever keeps the record enters it with a record file or through the API.',
  checkThis: 'check this',
  byModel: 'from our model',
  fields: { headline: 'in the headline', standfirst: 'in the standfirst' },
  accept: 'Record as a claim…',
  fix: (words: string) => (words === '' ? 'Take it out' : `Put in “${words}”`),
  dismiss: 'Put aside',
  bringBack: 'Bring it back',
  formOpened: 'The form is open, filled in from the text. Look it over, then record.',
  fixed: (words: string) =>
    words === '' ? 'Taken out. Undo brings it back.' : `Put in: “${words}”. Undo takes it back.`,
  isPutAside: 'Put aside, for everybody who works on this story.',
  cannotTake: 'This has to be settled by hand.',
  putAsideOnes: (count: number) => `${count} put aside`,
  keys: {
    title: 'Keys of the attribution desk',
    next: 'Next suggestion or finding',
    previous: 'The one before',
    take: 'Record as a claim, or put in the fix',
    putAside: 'Put aside',
  },
  model: {
    ask: 'Ask our model',
    asking: 'Asking…',
    about: (host: string) =>
      `Sends headline, standfirst and text of this story, as saved, to ${host}, which your newsroom has set up. What it finds comes into this list and is reviewed like the rest.`,
    found: (count: number, refused: number) =>
      [
        count === 0 ? 'It found nothing else.' : `It added ${counted(count, 'line', 'lines')} to the list.`,
        refused > 0 && `${counted(refused, 'answer', 'answers')} could not be used.`,
      ]
        .filter(Boolean)
        .join(' '),
    otherText: 'The text was changed while it was read. Ask again.',
  },
  check: (claims: number, findings: number) =>
    `The attribution desk has ${[
      findings > 0 && counted(findings, 'finding', 'findings'),
      claims > 0 && counted(claims, 'suggested claim', 'suggested claims'),
    ]
      .filter(Boolean)
      .join(' and ')} that nobody has looked at.`,
  checkShow: 'To the attribution desk',
  style: {
    title: 'Words and rules of the attribution desk',
    about:
      'Words that the paper does not use as its own. In quotations they stand as they were said. The desk reads English and French.',
    word: 'Word',
    language: 'Language',
    instead: 'Instead (optional)',
    add: 'Add a word',
    remove: (word: string) => `Remove “${word}”`,
    none: 'No words: the desk lets every word pass.',
    restore: 'Back to the list that came with the program',
    isDefault: 'This is the list that came with the program.',
    looksFor: 'What the desk looks for',
    looksForHelp: 'What is not ticked is not underlined, for nobody who works here.',
    save: 'Save words and rules',
    saved: 'Saved. The desk reads by it from now on.',
  },
}
