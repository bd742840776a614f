import type { Account } from '../../store/accounts.ts'
import type { Newsroom } from '../newsroom.ts'

/** The newsroom with somebody as the actor who has only just shown who they are. */
export const inTheNameOf = (newsroom: Newsroom, { id, grants }: Pick<Account, 'id' | 'grants'>): Newsroom => ({
  ...newsroom,
  actor: { name: id, via: 'studio', staff: { accountId: id, grants, scopes: null } },
})
