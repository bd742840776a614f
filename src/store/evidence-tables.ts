/** What readers have had, as a chain of hashes; part of `NewsroomTables`. */
export interface EvidenceTables {
  evidence_log: {
    number: number
    change: number
    at: string
    subject: string
    key: string
    commitment: string | null
    salt: string | null
    hash: string
  }
}
