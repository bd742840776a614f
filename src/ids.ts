declare const brand: unique symbol

/** A string that was checked at the edge and can no longer be mistaken for another id. */
type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type StoryId = Id<'story'>
/** Ties the language versions of one story together. */
export type StoryGroupId = Id<'story-group'>
export type SectionId = Id<'section'>
/** A byline as readers see it. Never an account: who stands behind it is sealed elsewhere. */
export type PersonaId = Id<'persona'>
export type NoteId = Id<'note'>
export type TaskId = Id<'task'>
export type PictureId = Id<'picture'>
/** What a reader has reported to the corrections desk. */
export type ReportId = Id<'report'>
/** Work that is done after the act that asked for it, by whoever is free. */
export type JobId = Id<'job'>

/** Somebody who works here. What they are called lies in the newsroom alone. */
export type AccountId = Id<'account'>
export type DeskId = Id<'desk'>
/** A change of a front that is to be made at a time to come. */
export type FrontChangeId = Id<'front-change'>
export type InvitationId = Id<'invitation'>
export type SessionId = Id<'session'>
export type ApiKeyId = Id<'api-key'>
/** A remark in the margin of a story, and a change somebody proposes. */
export type CommentId = Id<'comment'>
export type SuggestionId = Id<'suggestion'>
/** A text that was saved against an older one, kept until somebody has settled the two. */
export type SideCopyId = Id<'side-copy'>
/** A link by which somebody outside sees one story before it is public. */
export type PreviewLinkId = Id<'preview-link'>
/** A file on its way in, piece by piece. */
export type UploadId = Id<'upload'>
/** One time that stories were brought in from elsewhere. */
export type ImportId = Id<'import'>
/** A feed or a folder that is watched for the desk, and what has come from one. */
export type WatchedSourceId = Id<'watched-source'>
export type IncomingCopyId = Id<'incoming-copy'>

export type EventId = Id<'event'>
export type ActorId = Id<'actor'>
export type PlaceId = Id<'place'>
export type SourceId = Id<'source'>
export type DocumentId = Id<'document'>
export type VictimGroupId = Id<'victim-group'>
export type ClaimId = Id<'claim'>
export type AppearanceId = Id<'appearance'>
export type EvidenceId = Id<'evidence'>
export type AssessmentId = Id<'assessment'>
/** The public half of an owner's key, and a text sealed to such keys. */
export type SealKeyId = Id<'seal-key'>
export type SealedId = Id<'sealed'>

/** The prefix of each kind of id, as it appears in addresses, logs and exports. */
const PREFIX = {
  story: 'sty',
  'story-group': 'grp',
  section: 'sec',
  persona: 'per',
  note: 'not',
  task: 'tsk',
  picture: 'pic',
  report: 'rpt',
  job: 'job',
  account: 'acc',
  desk: 'dsk',
  'front-change': 'frc',
  invitation: 'inv',
  session: 'ses',
  'api-key': 'apk',
  comment: 'cmt',
  suggestion: 'sug',
  'side-copy': 'sid',
  'preview-link': 'prv',
  upload: 'upl',
  import: 'imp',
  'watched-source': 'wat',
  'incoming-copy': 'inc',
  event: 'evt',
  actor: 'act',
  place: 'plc',
  source: 'src',
  document: 'doc',
  'victim-group': 'vgr',
  claim: 'clm',
  appearance: 'app',
  evidence: 'evd',
  assessment: 'asm',
  'seal-key': 'key',
  sealed: 'sld',
} as const

export type IdKind = keyof typeof PREFIX

/** Base 32 after Crockford: no i, l, o or u, so that an id can be read out over a bad line. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Makes an id from random bytes: 16 characters, 80 bits.
 *
 * Ids tell nothing about when a thing was made: the id of a published story must not say when its draft was begun.
 *
 * @param bytes at least 16 random bytes; five bits of each are used
 */
export function makeId<Kind extends IdKind>(kind: Kind, bytes: Uint8Array): Id<Kind> {
  const letters = Array.from(bytes.subarray(0, 16), (byte) => ALPHABET.charAt(byte & 31))
  return `${PREFIX[kind]}_${letters.join('')}` as Id<Kind>
}

/** Reads an id that came from outside; undefined when it has not the form of its kind. */
export function parseId<Kind extends IdKind>(kind: Kind, text: string): Id<Kind> | undefined {
  const [prefix, letters, ...rest] = text.split('_')
  const fits = rest.length === 0 && prefix === PREFIX[kind] && /^[0-9a-z]{1,32}$/.test(letters ?? '')
  return fits ? (text as Id<Kind>) : undefined
}
