import type { HtmlElement } from '../html/html-tree.ts'

/** What an agency sent, whatever the format it came in, before it is made a story. */
export interface WireItem {
  /** The agency's own name for it, the same for all its versions, with the format before it: "ninjs:urn:…". */
  readonly foreignId: string
  /** Where in the file it stands; null when it is the file. */
  readonly where: string | null
  /** The page where its readers find it; null for what only newsrooms get. */
  readonly address: string | null
  readonly kicker: string
  readonly headline: string
  readonly standfirst: string
  readonly body: HtmlElement
  /** Lines that name who wrote it, as sent: "By A. Reporter, Some Agency". */
  readonly bylines: readonly string[]
  /** Whose text it is: the credit line first, then source and provider. */
  readonly agencies: readonly string[]
  /** The IPTC's publishing status. */
  readonly status: WireStatus
  /** Not to be published before; as written, empty when it is free. */
  readonly embargoed: string
  readonly created: string
  readonly updated: string
  /** What it is about, the most important place first. */
  readonly places: readonly string[]
  /** Where it was sent from, the smallest place first. */
  readonly located: readonly string[]
  readonly dateline: string
  /** What its sender calls its sections. */
  readonly sections: readonly string[]
  readonly keywords: readonly string[]
  readonly language: string
  readonly pictures: readonly WirePicture[]
  readonly desk: DeskNotes
  /** What could not be kept or has to be known, in sentences. */
  readonly notes: readonly string[]
}

export type WireStatus = 'usable' | 'withheld' | 'canceled'

export interface WirePicture {
  /** The same picture in several sizes, the largest first. */
  readonly addresses: readonly string[]
  readonly caption: string
  readonly credit: string
  readonly alt: string
  readonly isLead: boolean
}

/** What an agency tells the desk and no reader. */
export interface DeskNotes {
  readonly editorsNote: string
  readonly slugline: string
  readonly urgency: string
  readonly copyright: string
  readonly usageTerms: string
}

/** What only a sender that has a site of its own tells. */
export const FROM_NO_SITE = { address: null, kicker: '', sections: [] } as const

export const NO_DESK_NOTES: DeskNotes = { editorsNote: '', slugline: '', urgency: '', copyright: '', usageTerms: '' }

/** "stat:canceled", "Withheld", "cancelled", "…/pubstatusg2/usable": what an agency says of the item's use. */
export function wireStatus(written: string): WireStatus {
  const code = written
    .trim()
    .toLowerCase()
    .replace(/^.*[:/]/, '')
  if (/^(?:cancel|kill|withdrawn|recalled|deleted)/.test(code)) return 'canceled'
  return /^with-?held/.test(code) ? 'withheld' : 'usable'
}
