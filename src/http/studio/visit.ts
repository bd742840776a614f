import { type ErrorCode, OnrecordError } from '../../errors.ts'
import type { AccountId } from '../../ids.ts'
import type { EditionDb } from '../../edition/edition-db.ts'
import type { PictureShelves } from '../../media/media-store.ts'
import type { DeskModel } from '../../newsroom/desk/ask-model.ts'
import type { RunningImports } from '../../newsroom/importing/running-imports.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { SendMail } from '../../outbound/mail.ts'
import type { Staff } from '../../staff/role.ts'
import type { Account } from '../../store/accounts.ts'
import type { Session } from '../../store/sessions.ts'
import type { IsTrustedProxy } from '../client-address.ts'

/** What the studio's side of the server is joined from. */
export interface StudioHouse {
  /** With the server as its actor; a visit gets one of its own. */
  readonly newsroom: Newsroom
  /** What readers have, read-only: previews show a draft among it. */
  readonly edition: EditionDb
  readonly dataFolder: string
  /** Where the files of pictures lie. */
  readonly shelves: PictureShelves
  /** Where the built studio lies. */
  readonly shellFolder: string
  /** Where staff find the studio, such as `https://desk.example.org`; null takes the host that was asked. */
  readonly studioUrl: string | null
  /** Where readers find the site, without a slash at the end. */
  readonly siteUrl: () => string
  /** Whose `X-Forwarded-For` is believed, for counting wrong tries by network. */
  readonly isTrustedProxy: IsTrustedProxy
  /** Sends invitations; left out, or null, where no mail server is set. */
  readonly mail?: SendMail | null
  /** The newsroom's own language model; left out, or null, where none is set. */
  readonly model?: DeskModel | null
  /** What is being brought in, as long as this process runs. */
  readonly imports: RunningImports
  /** Told of every failure that is nobody's mistake but ours. */
  readonly onFault: (error: unknown) => void
  /** Told of every request that was refused: at which endpoint, as `POST /stories`, and why. Never by whom, nor what was sent. */
  readonly onRefused?: (endpoint: string, why: ErrorCode) => void
}

/** Whoever asks, once that is known: a person with a session, or a program with a key of theirs. */
export interface Visitor {
  readonly account: Account
  readonly staff: Staff
  /** Null for a key. */
  readonly session: Session | null
}

/** One request to the studio, with who makes it. */
export interface Visit {
  readonly house: StudioHouse
  /** The newsroom with the visitor as its actor: every verb asks what they may. */
  readonly newsroom: Newsroom
  /** Null only at endpoints that anyone may ask. */
  readonly visitor: Visitor | null
  /** Whose session it was, where somebody has ended it on purpose. */
  readonly revoked: AccountId | null
  /** What proves that a change comes from our own pages, for the session that asks; null without one. */
  readonly requestToken: string | null
  readonly request: Request
  /** Headers to send with the answer, such as a cookie. */
  readonly headers: Headers
  /** Scheme and host that the browser sees: what passkeys are bound to. */
  readonly origin: string
  /** The network that the request comes from, for counting wrong tries and for nothing else. */
  readonly network: string
}

/** The account that asks. @throws OnrecordError `signed-out` */
export function accountOf({ visitor }: Visit): AccountId {
  if (visitor) return visitor.account.id
  throw new OnrecordError('signed-out', 'You are not signed in.')
}
