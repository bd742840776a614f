/** The kinds of files that stories can be read from, as they are named on the command line. */
export const INPUT_KINDS = ['page-text', 'wxr', 'feed'] as const

export type InputKind = (typeof INPUT_KINDS)[number]
