/** The kinds of files that stories can be read from, as they are named on the command line. */
export const INPUT_KINDS = [
  'page-text',
  'wxr',
  'wordpress-rest',
  'feed',
  'onrecord',
  'onrecord-lines',
  'ghost',
  'substack',
  'beehiiv',
  'medium',
  'blogger',
  'tiny-news',
  'libsyn',
  'ninjs',
  'newsml',
  'nitf',
  'saved-page',
  'wix-csv',
] as const

export type InputKind = (typeof INPUT_KINDS)[number]
