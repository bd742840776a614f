import type { DroppedKind } from '../../editor/paste-dropped.ts'

const plural = new Intl.PluralRules('en')
const counted = (count: number, one: string, other: string) =>
  `${count} ${plural.select(count) === 'one' ? one : other}`
const were = (count: number) => (count === 1 ? 'was' : 'were')

const dropped: Readonly<Record<DroppedKind, (count: number) => string>> = {
  pictures: (count) => `${counted(count, 'picture', 'pictures')} ${were(count)} not pasted: drop the files here.`,
  comments: (count) => `${counted(count, 'comment', 'comments')} ${were(count)} left out.`,
  deleted: (count) => `${counted(count, 'deleted passage', 'deleted passages')} ${were(count)} left out.`,
  struck: (count) =>
    `${counted(count, 'passage that was struck through stands', 'passages that were struck through stand')} as plain words.`,
  links: (count) =>
    `${counted(count, 'link that leads nowhere', 'links that lead nowhere')} ${were(count)} taken off; the words stay.`,
  objects: (count) =>
    `${counted(count, 'drawing, film or formula', 'drawings, films or formulas')} ${were(count)} left out.`,
  blocks: (count) => `${counted(count, 'block', 'blocks')} had no place here and ${were(count)} left out.`,
}

export const margin = {
  paste: { dropped, hide: 'Hide' },
  find: {
    label: 'Find and replace',
    find: 'Find',
    replace: 'Replace with',
    count: (at: number, all: number) => (all === 0 ? 'Nothing found' : `${at} of ${all}`),
    next: 'Next',
    previous: 'Previous',
    matchCase: 'Match case',
    wholeWords: 'Whole words',
    matchAccents: 'Match accents',
    replaceOne: 'Replace',
    replaceAll: 'Replace all',
    replaced: (count: number) => `${counted(count, 'place', 'places')} replaced.`,
    close: 'Close the search',
  },
  panel: {
    title: 'Comments and suggestions',
    empty: 'No comments yet.',
    emptyHelp: 'Select words in the text, then comment on them or suggest other words.',
    selectFirst: 'Select words in the text first.',
    addComment: 'Comment',
    addSuggestion: 'Suggest other words',
    suggestMode: 'Suggest while I type',
    suggestModeOn: 'What you type or delete waits in the margin until somebody accepts it.',
    previous: 'Previous',
    next: 'Next',
    on: (words: string) => `On “${words}”`,
    atPlace: 'At the cursor',
    commentLabel: 'Your comment',
    suggestionLabel: 'Other words',
    suggestionHelp: 'Leave it empty to suggest a cut.',
    send: 'Send',
    suggest: 'Suggest',
    cancel: 'Cancel',
    insteadOf: (before: string, after: string) =>
      after === ''
        ? `Suggests a cut: “${before}”`
        : before === ''
          ? `Suggests to add: “${after}”`
          : `Suggests “${after}” in place of “${before}”`,
    cut: 'Cut',
    add: 'Put in',
    instead: 'Instead of',
    accept: 'Accept',
    refuse: 'Refuse',
    needsPen: 'Only whoever is writing can accept or refuse.',
    show: 'Show in the text',
    wordsGone: 'These words are not in the text now, or stand in it more than once.',
    removed: 'This comment was removed.',
    edited: 'changed',
    reply: 'Reply',
    replyLabel: 'Your reply',
    resolve: 'Resolve',
    reopen: 'Open again',
    resolvedOnes: (count: number) => counted(count, 'resolved comment', 'resolved comments'),
    resolvedBy: (name: string) => `Resolved by ${name}`,
    somebody: 'Somebody',
    failed: 'It was not sent. What you wrote is still here.',
    loadFailed: 'The comments could not be loaded.',
    mine: 'You',
  },
}
