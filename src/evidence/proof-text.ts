import type { OpenedEntry } from './check-log.ts'

/** What the page in a proof says. */
export interface Proof {
  readonly subject: string
  readonly paper: string
  /** Without a slash at the end. */
  readonly siteUrl: string
  readonly firstAt: string
  readonly head: string
  readonly ofAll: number
  /** The lines about the subject, in order. */
  readonly entries: readonly OpenedEntry[]
}

/** The page for whoever opens a proof of publication, and has never heard of us. */
export const proofText = ({ subject, paper, siteUrl, firstAt, head, ofAll, entries }: Proof): string =>
  `What readers of ${paper} have had of ${subject}
${'='.repeat(40)}

The log of ${siteUrl} says:

${entries.map(lineOf).join('\n')}

Readers first had the earliest text that is here on ${firstAt}.

How to check it
---------------
1. python3 verify.py evidence.jsonl --partial
   It reads the log from its first line to line ${ofAll} and prints the hash of the last one:
   ${head}
   The other subjects' texts are left out here, which is why it is told that the file holds a part of them.
2. The files story-….json or record-….json hold the same texts that stand in evidence.jsonl.
3. Compare the hash with one that you can trust: from somebody who noted it at the time, from a copy of
   ${siteUrl}/data/evidence-head.json in a web archive, or from a time stamp.

What it proves, and what it does not
------------------------------------
Whoever noted a hash at some hour can be sure that everything up to that line was in the log at that hour, word for
word. The hours in the log itself are the newsroom's own: without a hash that somebody else noted, they are its word.
`

const lineOf = ({ number, at, key, commitment, opening }: OpenedEntry): string => {
  const said = commitment === null ? 'is public no more' : opening ? 'reads as in the file here' : 'read otherwise'
  return `  line ${number}, ${at}: ${key} ${said}`
}
