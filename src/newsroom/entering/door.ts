/** How a request reached the studio, as far as coming in cares. */
export interface Door {
  /** Scheme and host as the browser sees them: passkeys belong to it. */
  readonly origin: string
  /** Where the connection comes from; it is hashed before anything is kept, and kept for minutes. */
  readonly network: string
  /** "Firefox on Linux". */
  readonly device: string
}
