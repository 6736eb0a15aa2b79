/** What a runtime bears of a file that is handed in at the desk. */
export type UploadLimits = {
  readonly bytes: number
  /** Of a workbook, in bytes as it is handed in: packed, and standing in memory with all it unpacks to. */
  readonly workbook: number
  readonly rows: number
  /** Queries after which a run leaves the rest to another. */
  readonly queries: number
}

/**
 * What Workers bear. The rows are held by their memory of 128 MB (a workbook stands in it whole), the queries by D1's
 * 1,000 an invocation, each statement of a batch one: what is left of them finds what a file no longer names.
 * A workbook of 2.3 MB and 20,000 rows did not fit into 64 MB.
 */
export const WORKERS_LIMITS: UploadLimits = {
  bytes: 20 * 1024 * 1024,
  workbook: 1024 * 1024,
  rows: 60_000,
  queries: 500,
}
