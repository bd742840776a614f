import type { Merged } from '../../story/merge-story.ts'
import type { Choice, Three } from '../../story/merge-three.ts'
import type { StoryContent } from '../../story/story.ts'
import type { SideCopyId } from '../../ids.ts'
import type { Instant } from '../../time.ts'
import { ApiProblem, NoConnection } from '../api/api.ts'
import type { OnServer, Sent, Text } from './kept-story.ts'
import type { Conflict, SaveState } from './save-state.ts'

/** Somebody else's text, that the server has in place of the one we wrote on. */
export interface Theirs extends OnServer {
  /** Whose it is; null when nobody knows any more. */
  readonly by: string | null
}

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number; readonly at: Instant }
  /** Nothing was overwritten: what was sent lies beside the story as a side copy. */
  | { readonly kind: 'conflict'; readonly theirs: Theirs; readonly sideCopyId: SideCopyId }

/** Everything that saving needs of the world: the text, the server, the journal, the clock. */
export interface SyncPorts {
  /** The text to the last keystroke. */
  readonly latest: () => Text
  /** @throws what `api` throws */
  readonly save: (sent: Sent, isLeaving: boolean) => Promise<SaveAnswer>
  readonly merge: (texts: Three<StoryContent>, choices?: readonly Choice[]) => Merged
  /** Puts a merged text into the editor, with the server's margin beside one's own. */
  readonly take: (content: StoryContent, theirs: Theirs) => void
  readonly journal: {
    readonly sending: (sent: Sent) => Promise<void>
    readonly saved: (server: OnServer) => Promise<void>
    readonly rebased: (server: OnServer, text: Text) => Promise<void>
  }
  readonly newSaveId: () => string
  readonly now: () => Instant
  /** Does something in so many milliseconds, unless it is called off. */
  readonly after: (milliseconds: number, act: () => void) => () => void
  readonly onState: (state: SaveState) => void
}

/** Saving begins this long after the last change, */
const PAUSE_MS = 1_500
/** and, while somebody types on, this long after the first unsaved one: within five seconds it is there. */
const AT_LEAST_EVERY_MS = 4_000
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 20_000

/**
 * Brings a text to the server: the latest state, one request at a time, each with an id of its own, so that one whose
 * answer was lost is sent again as it was and counts once. Where the server has another's text meanwhile, the two are
 * merged word by word; where their words clash, nothing is overwritten until somebody has settled it.
 */
export class Sync {
  /** Why the last request failed; null when it did not. */
  problem: unknown = null
  readonly #ports: SyncPorts
  #base: OnServer
  #uncertain: Sent | null
  #isDirty: boolean
  /** Since when something is on this device only. */
  #unsentSince: Instant | null
  #changedAt = 0
  #firstUnsentAt = 0
  #failures = 0
  #callOff: (() => void) | null = null
  #running: Promise<void> | null = null
  #conflict: Conflict | null = null
  /** Whose changes came in with the text that is being sent. */
  #mergedWith: string | null = null
  /** Side copies of ours whose words are in the text now. */
  #settles: SideCopyId[] = []
  /** Nothing is sent until somebody has done something about it: signed in, settled a conflict, asked again. */
  #isHalted = false
  #state: SaveState

  constructor(ports: SyncPorts, begun: { base: OnServer; sent: Sent | null; isDirty: boolean }) {
    this.#ports = ports
    this.#base = begun.base
    this.#uncertain = begun.sent
    this.#isDirty = begun.isDirty || begun.sent !== null
    this.#unsentSince = this.#isDirty ? ports.now() : null
    this.#state = { kind: 'saved', at: null, mergedWith: null }
    if (this.#isDirty) this.changed()
  }

  get state(): SaveState {
    return this.#state
  }

  get version(): number {
    return this.#base.version
  }

  get base(): OnServer {
    return this.#base
  }

  get isDirty(): boolean {
    return this.#isDirty
  }

  /** The text has changed. */
  changed(): void {
    const now = Date.parse(this.#ports.now())
    if (!this.#isDirty || this.#firstUnsentAt === 0) this.#firstUnsentAt = now
    this.#isDirty = true
    this.#unsentSince ??= this.#ports.now()
    this.#changedAt = now
    if (this.#state.kind === 'saved') this.#say({ kind: 'waiting' })
    if (this.#running || this.#isHalted || this.#failures > 0) return
    this.#plan(Math.min(this.#changedAt + PAUSE_MS, this.#firstUnsentAt + AT_LEAST_EVERY_MS) - now)
  }

  /** Brings everything to the server now. Resolves when it was tried; the state says how it went. */
  async saveNow(): Promise<void> {
    await this.#running
    if (!this.#isDirty || this.#conflict) return
    this.#isHalted = false
    await this.#run(false)
    // What was sent first may have been an older text whose answer was lost.
    if (this.#isDirty && this.#failures === 0 && !this.#isHalted) await this.#run(false)
  }

  /** The page is being hidden or closed: one last request that the browser finishes by itself. */
  leaving(): void {
    if (this.#isDirty && !this.#running && !this.#isHalted) void this.#run(true)
  }

  /** There is a line again, or somebody is signed in again. */
  retry(): void {
    if (!this.#isDirty || this.#running || this.#conflict) return
    this.#isHalted = false
    this.#failures = 0
    this.#plan(0)
  }

  /** The server has a newer text, and nothing here is unsent. */
  follow(theirs: Theirs): boolean {
    if (this.#isDirty || this.#running || theirs.version <= this.#base.version) return false
    this.#ports.take(theirs.content, theirs)
    this.#base = theirs
    this.#isDirty = false
    this.#unsentSince = null
    void this.#ports.journal.saved(theirs)
    return true
  }

  /** The conflict was settled, place by place; the server's text is the ground that the result stands on. */
  settle(choices: readonly Choice[]): void {
    const conflict = this.#conflict
    if (!conflict) return
    const { content } = this.#ports.merge(textsOf(conflict), choices)
    // Typing went on beside the choice: what came after it is merged in as well.
    const since = { base: conflict.mine, mine: this.#ports.latest().content, theirs: content }
    const merged = this.#ports.merge(since)
    if (merged.kind === 'conflict') return this.#clash(since, conflict.theirs, merged)
    this.#conflict = null
    this.#isHalted = false
    this.#failures = 0
    this.#ground(conflict.theirs, merged.content)
    this.#plan(0)
  }

  /** Sends nothing more. */
  stop(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#isHalted = true
  }

  #plan(inMs: number): void {
    this.#callOff?.()
    this.#callOff = this.#ports.after(Math.max(0, inMs), () => {
      this.#callOff = null
      void this.#run(false)
    })
  }

  #run(isLeaving: boolean): Promise<void> {
    this.#running ??= this.#send(isLeaving).finally(() => {
      this.#running = null
      this.#goOn()
    })
    return this.#running
  }

  /** What the last request left undone. */
  #goOn(): void {
    if (!this.#isDirty || this.#isHalted) return
    this.#plan(this.#failures > 0 ? Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1)) : PAUSE_MS)
  }

  async #send(isLeaving: boolean): Promise<void> {
    this.#callOff?.()
    const { journal, latest, newSaveId, save } = this.#ports
    const isRepeated = this.#uncertain !== null
    const sent = this.#uncertain ?? this.#fresh(newSaveId(), latest())
    this.#uncertain = sent
    if (!isRepeated) this.#isDirty = false
    if (this.#failures === 0) this.#say({ kind: 'saving' })
    // On the way out there is no time to wait for the disk; the steps are there already.
    const kept = isRepeated ? undefined : journal.sending(sent)
    if (!isLeaving) await kept
    try {
      const answer = await save(sent, isLeaving)
      this.#failures = 0
      this.problem = null
      this.#uncertain = null
      if (answer.kind === 'saved') await this.#saved(sent, answer)
      else this.#meet(answer)
    } catch (error) {
      this.#failed(error)
    }
  }

  async #saved(sent: Sent, { version, at }: { version: number; at: Instant }): Promise<void> {
    this.#base = { content: sent.content, margin: sent.margin, version }
    this.#settles = this.#settles.filter((id) => !sent.settles.includes(id))
    const mergedWith = this.#mergedWith
    this.#mergedWith = null
    if (this.#isDirty) {
      this.#unsentSince = this.#ports.now()
      this.#firstUnsentAt = Date.parse(this.#unsentSince)
      this.#say({ kind: 'waiting' })
    } else {
      this.#unsentSince = null
      this.#say({ kind: 'saved', at, mergedWith })
    }
    await this.#ports.journal.saved(this.#base)
  }

  #fresh(saveId: string, { content, margin }: Text): Sent {
    return { saveId, version: this.#base.version, content, margin, settles: [...this.#settles] }
  }

  /** The server has another text: both are brought together, or shown beside each other. */
  #meet({ theirs, sideCopyId }: Extract<SaveAnswer, { kind: 'conflict' }>): void {
    this.#settles.push(sideCopyId)
    const texts = { base: this.#base.content, mine: this.#ports.latest().content, theirs: theirs.content }
    const merged = this.#ports.merge(texts)
    this.#isDirty = true
    if (merged.kind === 'conflict') return this.#clash(texts, theirs, merged)
    this.#mergedWith = theirs.by ?? ''
    this.#ground(theirs, merged.content)
  }

  #clash(texts: Three<StoryContent>, theirs: Theirs, { conflicts }: Extract<Merged, { kind: 'conflict' }>): void {
    this.#isHalted = true
    this.#conflict = {
      base: texts.base,
      mine: texts.mine,
      theirs: { ...theirs, content: texts.theirs },
      places: conflicts,
    }
    this.#say({ kind: 'conflict', conflict: this.#conflict })
  }

  #ground(theirs: Theirs, content: StoryContent): void {
    this.#ports.take(content, theirs)
    this.#base = theirs
    this.#isDirty = true
    void this.#ports.journal.rebased(theirs, this.#ports.latest())
  }

  #failed(error: unknown): void {
    this.#isDirty = true
    this.problem = error
    this.#failures += 1
    const since = this.#unsentSince ?? this.#ports.now()
    if (error instanceof NoConnection) return this.#say({ kind: 'local', since, why: 'offline' })
    if (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429) {
      return this.#say({ kind: 'local', since, why: 'server' })
    }
    this.#isHalted = true
    if (error.code === 'signed-out') return this.#say({ kind: 'local', since, why: 'signed-out' })
    // Refused as it stands: the same request would be refused again.
    this.#uncertain = null
    this.#say({ kind: 'refused', since, problem: [error.message, error.remedy].filter(Boolean).join(' ') })
  }

  #say(state: SaveState): void {
    this.#state = state
    this.#ports.onState(state)
  }
}

const textsOf = ({ base, mine, theirs }: Conflict): Three<StoryContent> => ({ base, mine, theirs: theirs.content })
