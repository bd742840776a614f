import type { FindingWords } from './finding-words.ts'

export const FINDING_WORDS_EN: FindingWords = {
  kinds: {
    'figure-without-source': {
      title: 'Figure without a source',
      why: ({ figure = 'This figure' }) =>
        `“${figure}” stands here as the paper’s own count, and the text names nobody who gave it.`,
      fix: () => 'Say who gave the figure, or cite the claim in the record.',
    },
    'claim-as-fact': {
      title: 'Claim told as fact',
      why: ({ claimant = '', word, actor }) => {
        if (word) return `${claimant || 'A side'} says so about the other side; “${word}” makes it sound settled.`
        if (actor) return `The headline has ${actor} do it; in the body somebody says so.`
        return `Only ${claimant || 'one side'} gives this figure, and here it stands without saying so.`
      },
      fix: ({ claimant, word }) =>
        word
          ? 'Write “said”, unless somebody else has checked it.'
          : `Say who says so${claimant ? `: ${claimant}` : ''}.`,
    },
    'hidden-source': {
      title: 'Hidden source',
      why: () => 'These words tell readers that somebody says so, and not who.',
      fix: () => 'Name who says so, or say why they are not named.',
    },
    'date-rots': {
      title: 'A day without its date',
      why: ({ words = 'This' }) =>
        `“${words}” is right on the day it is written, and wrong for whoever reads it later.`,
      fix: ({ instead }) => (instead ? `Write “${instead}”.` : 'Write the date.'),
    },
    'name-against-record': {
      title: 'Spelled against the record',
      why: ({ spelling = '' }) => `The record spells this name “${spelling}”, and has no other spelling like this one.`,
      fix: ({ spelling = '' }) => `Write “${spelling}”, or dismiss this if somebody else is meant.`,
    },
    'figure-against-record': {
      title: 'The record has another figure',
      why: ({ claimant = 'this claimant', record = '', figure = '' }) =>
        `The record has ${record} by ${claimant}; here it is “${figure}”.`,
      fix: () => 'Check both against the source; if the figure is new, enter it as a revision.',
    },
    'figures-differ': {
      title: 'Two figures for one thing',
      why: ({ figure = '', other = '', claimant }) =>
        claimant
          ? `${claimant} is given here with “${figure}”, and in an earlier paragraph with “${other}”.`
          : `Here it is “${figure}”, and in an earlier paragraph “${other}”.`,
      fix: () => 'Settle on one, or say how the two belong together.',
    },
    'sum-of-claimants': {
      title: 'Sum of different sources',
      why: ({ one = '', other = '' }) =>
        `This total adds ${one} and ${other}: two sources may have counted the same people.`,
      fix: () => 'Give both figures, each with its source, and no total.',
    },
    'loaded-word': {
      title: 'Loaded word',
      why: ({ word = '' }) => `“${word}” is on the list of words that the paper does not use as its own.`,
      fix: ({ instead }) =>
        instead
          ? `Write “${instead}”, or quote whoever says so.`
          : 'Name them or say what they did; or quote whoever says so.',
    },
    'quote-without-speaker': {
      title: 'Quotation without a speaker',
      why: () => 'Somebody is quoted here, and the sentences around do not say who.',
      fix: () => 'Say who said or wrote it.',
    },
    'picture-without-credit': {
      title: 'Picture without a credit',
      why: () => 'Nothing says who made this picture, or whose it is.',
      fix: () => 'Fill in the credit.',
    },
    'headline-differs': {
      title: 'Not the body’s figure',
      why: ({ figure = '', other }) =>
        other
          ? `“${figure}” stands here, and “${other}” in the body.`
          : `“${figure}” stands here, and nowhere in the body.`,
      fix: () => 'Make headline and body agree.',
    },
    'missing-via': {
      title: 'An agency’s own words',
      why: ({ agency }) =>
        agency
          ? `${agency} speaks here of its own work, and the text never says that it comes from ${agency}.`
          : 'An agency speaks here of its own work, and the text does not name it.',
      fix: ({ agency }) => (agency ? `Say that ${agency} reports it, or put it in the byline.` : 'Name the agency.'),
    },
  },
  measures: {
    killed: 'Killed',
    wounded: 'Wounded',
    'killed-or-wounded': 'Killed or wounded',
    captured: 'Captured',
    missing: 'Missing',
    abducted: 'Abducted',
    displaced: 'Displaced',
  },
  responsibilities: {
    claimed: 'Claims responsibility',
    accused: 'Accused of it',
    suspected: 'Suspected of it',
    denied: 'Denies it',
    stated: 'Said to have done it',
  },
}
