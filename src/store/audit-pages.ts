import type { AuditLine, SealedAuditLine, Via } from './audit.ts'
import type { NewsroomDb } from './newsroom-db.ts'
import type { Instant } from '../time.ts'

/** Which lines somebody wants to see. */
export interface AuditFilter {
  readonly actor?: string
  readonly act?: string
  readonly subject?: string
}

/** Lines before a number, newest first. */
export async function auditLinesBefore(
  db: NewsroomDb,
  { before, limit, filter }: { readonly before: number | null; readonly limit: number; readonly filter: AuditFilter },
): Promise<SealedAuditLine[]> {
  let query = db.selectFrom('audit').selectAll().orderBy('number', 'desc').limit(limit)
  if (before !== null) query = query.where('number', '<', before)
  for (const field of ['actor', 'act', 'subject'] as const) {
    const wanted = filter[field]
    if (wanted !== undefined) query = query.where(field, '=', wanted)
  }
  return (await query.execute()).map((row) => ({
    ...row,
    at: row.at as Instant,
    via: row.via as Via,
    detail: JSON.parse(row.detail) as AuditLine['detail'],
  }))
}
