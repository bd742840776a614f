/** Who works here, and how they come in; part of `NewsroomTables`. */
export interface StaffTables {
  desks: { id: string; names: string; section_ids: string; position: number }
  accounts: {
    id: string
    name: string
    email: string | null
    language: string
    state: string
    created_at: string
    seen_on: string | null
  }
  grants: { account_id: string; role: string; desk_id: string }
  invitations: InvitationRow
  sessions: {
    id: string
    token_hash: string
    account_id: string
    device: string
    began_at: string
    seen_at: string
    expires_at: string
    confirmed_at: string
  }
  ended_sessions: { token_hash: string; account_id: string; ended_at: string }
  passkeys: {
    id: string
    account_id: string
    public_key: string
    counter: number
    transports: string
    name: string
    is_synced: number
    added_at: string
    used_on: string | null
  }
  passwords: { account_id: string; hash: string; totp_secret: string; totp_step: number; set_at: string }
  recovery_codes: { account_id: string; code_hash: string; used_at: string | null }
  challenges: { id: string; challenge: string; purpose: string; account_id: string | null; expires_at: string }
  failed_tries: { key: string; window_start: string; tries: number }
  api_keys: {
    id: string
    token_hash: string
    name: string
    account_id: string
    scopes: string
    made_at: string
    expires_at: string | null
    used_on: string | null
    revoked_at: string | null
  }
  story_authors: { story_id: string; account_id: string }
}

export interface InvitationRow {
  id: string
  token_hash: string
  kind: string
  account_id: string | null
  name: string | null
  email: string | null
  grants: string
  by: string
  at: string
  expires_at: string
  used_at: string | null
  withdrawn_at: string | null
}
