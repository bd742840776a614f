import type { ExportCounts } from './export-format.ts'
import { plainMarkdown } from './markdown-inline.ts'

/** What the readme of an export is told. */
export interface ReadmeTold {
  readonly paper: string
  readonly counts: ExportCounts
}

/** What lies in an export and what it is for, for somebody who has the folder and nothing else. */
export const exportReadme = ({
  paper,
  counts,
}: ReadmeTold): string => `# ${plainMarkdown(paper) || 'A paper without a name'}: the whole newsroom

Written by Onrecord; \`onrecord.json\` says when. Everything here is in open formats and can be read without Onrecord.

**Keep this folder as you keep the newsroom's own disk.** It holds drafts, withdrawn texts, the names of everybody who
works there and what was said of them. It holds no password, no key, no way in.

| what | how many |
| --- | --- |
| stories | ${counts.stories} |
| pictures | ${counts.pictures} |
| people | ${counts.users} |
| lines of the record's log | ${counts.recordRevisions} |
| captured files | ${counts.captures} |
| lines of the audit | ${counts.auditLines} |

## What lies where

- \`stories/YEAR/MONTH/SLUG--ID/\`: one folder a story, by the month in which readers first had it; \`stories/drafts/\` holds
  those that readers do not have.
  - \`story.html\`: open it in a browser. The text that readers have, or the newest one of a draft.
  - \`story.md\`: the same as Markdown, with headline, dates, sections and bylines above it.
  - \`story.json\`: all of it: every revision, the text at work, publications, corrections, remarks, tasks, old addresses.
- \`media/ID.jpg\` or \`.png\`: a picture, its pixels and nothing of what the camera wrote beside them; \`media/ID.json\`: its
  words, credit, licence, dates, and the stories that show it. \`media/sizes/\`: the sizes that readers get.
  \`media/sealed/\`: what was handed in, encrypted (age); only an owner's key opens it.
- \`paper.json\`: the paper's name, languages and zone, sections, bylines, desks, its own pages, its fronts.
- \`users.json\`: who works there and with which roles.
- \`redirects.csv\`: old addresses and where they lead now.
- \`record/*.csv\`: events, claims, actors, places and figures as readers get them; \`record/codebook.md\` explains each column.
  - \`record/log.jsonl\`: every revision of every entry, drafts too, in order. \`commitment\` is the SHA-256 of \`salt\` followed by
    the content as canonical JSON (RFC 8785).
  - \`record/captures/\`: captured files, each under its SHA-256; \`record/captures.jsonl\` says what each is.
  - \`record/custody.jsonl\`: who did what with a capture. \`record/sealed.jsonl\`: identities, encrypted (age).
    \`record/seal-keys.jsonl\`: the public halves of the keys that open them.
- \`reports.jsonl\`: what readers reported. \`audit.jsonl\`: who did what, and when.
- \`evidence.jsonl\`: what readers have had, as a chain of hashes.
- \`onrecord.json\`: when this was written, and how much it is. \`SHA256SUMS\`: the sum of every file.

## Is it whole?

\`\`\`sh
sha256sum --check --quiet SHA256SUMS
\`\`\`

## Back into Onrecord

\`\`\`sh
./onrecord import THIS-FOLDER
\`\`\`

Into an empty newsroom everything comes back as it was; into one that is in use, the stories come in as drafts. Nobody
has a way in afterwards: \`./onrecord user reset NAME\` makes a link for each person.

Run into this folder again, the export writes only what has changed, and takes away what is gone from the folders above.
Files of your own are safe beside them.
`
