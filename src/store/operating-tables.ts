/** What keeps a newsroom running; part of `NewsroomTables`. */
export interface OperatingTables {
  upkeep: { kind: string; tried_at: string; done_at: string | null; detail: string }
  installation: {
    id: number
    secrets_mark: string | null
    locked_at: string | null
    lock_reason: string | null
  }
  purge_progress: {
    cache: string
    number: number
    attempts: number
    due_at: string
    leased_until: string | null
    leased_by: string | null
    purged_at: string | null
    last_error: string | null
  }
}
