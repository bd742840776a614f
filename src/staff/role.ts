import type { AccountId, DeskId } from '../ids.ts'

/** What somebody is trusted with. A person may hold several, each for the whole paper or for one desk. */
export const ROLES = ['owner', 'editor', 'reporter', 'contributor', 'translator', 'researcher'] as const

export type Role = (typeof ROLES)[number]

/** A role held, for one desk's stories or, with null, for the whole paper. An owner's is always for the whole paper. */
export interface Grant {
  readonly role: Role
  readonly deskId: DeskId | null
}

/** Whoever acts in the studio or with an API key, as far as permissions care. */
export interface Staff {
  /** Null where nobody is signed in. */
  readonly accountId: AccountId | null
  readonly grants: readonly Grant[]
  /** What an API key is limited to; null where a person acts, who may do all that their roles allow. */
  readonly scopes: readonly Scope[] | null
}

/** Whoever has not come in yet: trusted with nothing. */
export const NOBODY: Staff = { accountId: null, grants: [], scopes: null }

/**
 * What an API key may be made for: `read` looks at stories, pictures and the paper, `write` files and revises drafts,
 * `record` keeps the record, `publish` is everything that readers see. A key never does more than its owner may.
 */
export const SCOPES = ['read', 'write', 'record', 'publish'] as const

export type Scope = (typeof SCOPES)[number]
