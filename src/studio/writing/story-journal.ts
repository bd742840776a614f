import type { AccountId, StoryId } from '../../ids.ts'
import { openRow, sealRow } from './journal-cipher.ts'
import type { JournalChange, JournalPart, JournalStore, SealedRow } from './journal-store.ts'
import type { Entry, KeptStory, OnServer, Sent, Text } from './kept-story.ts'

/** The journal of one story on this device. Each change is on its way to the disk before the method returns. */
export interface StoryJournal<Story> {
  /** Why this device keeps nothing just now; null while it does. */
  readonly trouble: 'cannot-keep' | null
  read(): Promise<KeptStory<Story>>
  /** A change was made. Several within one write of the disk share the next one. */
  append(entry: Entry): void
  /** The text is being sent: from here on the steps before it are not needed. */
  sending(sent: Sent): Promise<void>
  /** The server has answered that it has this text. */
  saved(server: OnServer & { readonly story: Story }): Promise<void>
  /** Another text of the server's was merged into ours: its text is the ground from now on, and ours stands whole beside it. */
  rebased(server: OnServer & { readonly story: Story }, text: Text): Promise<void>
  /** The whole text as it stands, in place of the steps that led to it. */
  whole(text: Text): Promise<void>
  /** Changes since the text was last written as a whole; endless where some were lost, and only the whole text helps. */
  readonly appended: number
}

interface Place {
  readonly store: JournalStore
  readonly account: AccountId
  readonly storyId: StoryId
  /** Told when the device begins or ceases to keep what is written. */
  readonly onTrouble: (trouble: 'cannot-keep' | null) => void
}

/** Opens the journal of a story; nothing is read or written yet. */
export function storyJournal<Story>(place: Place): StoryJournal<Story> {
  const writer = new JournalWriter(place)
  return {
    get trouble() {
      return writer.trouble
    },
    get appended() {
      return writer.appended
    },
    read: () => readStory<Story>(place, writer),
    append: (entry) => writer.append(entry),
    sending: (sent) => writer.write({ put: [['sent', sent]], remove: ['text'] }),
    saved: (server) => writer.write({ put: [['server', server]], remove: ['sent'], keepsSteps: true }),
    rebased: (server, text) =>
      writer.write({
        put: [
          ['server', server],
          ['text', text],
        ],
        remove: ['sent'],
      }),
    whole: (text) => writer.write({ put: [['text', text]], remove: [] }),
  }
}

interface Written {
  readonly put: readonly (readonly [Exclude<JournalPart, 'steps'>, unknown])[]
  readonly remove: JournalChange['remove']
  /** Leaves the steps that are there: they came after what is put. */
  readonly keepsSteps?: true
}

/** Writes in the order of the calls, one write at a time; keystrokes that come during a write share the next. */
class JournalWriter {
  trouble: 'cannot-keep' | null = null
  appended = 0
  /** Some steps did not reach the disk: those after them have no ground until the text is written as a whole. */
  #hasGap = false
  readonly #place: Place
  #pending: Entry[] = []
  #isFlushWaiting = false
  #number = 0
  #queue: Promise<void> = Promise.resolve()

  constructor(place: Place) {
    this.#place = place
  }

  /** Numbers go on after the highest that is on the disk. */
  continueAfter(number: number): void {
    this.#number = Math.max(this.#number, number)
  }

  append(entry: Entry): void {
    this.appended += 1
    this.#pending.push(entry)
    if (this.#isFlushWaiting) return
    this.#isFlushWaiting = true
    void this.#enqueue(() => this.#flush())
  }

  write({ put, remove, keepsSteps }: Written): Promise<void> {
    // The text that is put holds what was typed until now; what is typed after this line gets a row of its own.
    if (!keepsSteps) {
      this.#pending = []
      this.appended = 0
    }
    const stepsUpTo = keepsSteps ? 0 : this.#number
    return this.#enqueue(async () => {
      await this.#apply(
        put.map(([part, held]) => ({ part, number: 0, held })),
        remove,
        stepsUpTo,
      )
      if (!keepsSteps) this.#hasGap = false
    })
  }

  async #flush(): Promise<void> {
    this.#isFlushWaiting = false
    const entries = this.#pending
    if (entries.length === 0) return
    this.#pending = []
    if (this.#hasGap) throw new Error('The steps before these were lost.')
    this.#number += 1
    try {
      await this.#apply([{ part: 'steps', number: this.#number, held: entries }], [], 0)
    } catch (error) {
      this.#hasGap = true
      this.appended = Number.POSITIVE_INFINITY
      throw error
    }
  }

  #enqueue(write: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(write).then(
      () => this.#say(null),
      () => this.#say('cannot-keep'),
    )
    return this.#queue
  }

  #say(trouble: 'cannot-keep' | null): void {
    if (trouble === this.trouble) return
    this.trouble = trouble
    this.#place.onTrouble(trouble)
  }

  async #apply(
    held: readonly { readonly part: JournalPart; readonly number: number; readonly held: unknown }[],
    remove: JournalChange['remove'],
    stepsUpTo: number,
  ): Promise<void> {
    const { store, account, storyId } = this.#place
    const key = await store.keyOf(account)
    const put = await Promise.all(
      held.map(({ part, number, held: value }) => sealRow(key, { account, storyId, part, number }, value)),
    )
    await store.apply({ account, storyId, put, remove, stepsUpTo })
  }
}

async function readStory<Story>(place: Place, writer: JournalWriter): Promise<KeptStory<Story>> {
  const { store, account, storyId } = place
  const key = await store.keyOf(account)
  const rows = await store.rowsOf(account, storyId)
  writer.continueAfter(Math.max(0, ...rows.map(({ number }) => number)))
  const opened = await Promise.all(rows.map(async (row) => ({ row, held: await openRow(key, row) })))
  const single = (part: JournalPart) => opened.find(({ row }) => row.part === part)?.held ?? null
  const steps = opened.filter(({ row }) => row.part === 'steps').toSorted((one, other) => byNumber(one.row, other.row))
  // Steps stand on those before them: after a row that cannot be read, the rest has no ground.
  const lost = steps.findIndex(({ held }) => held === undefined)
  const readable = lost === -1 ? steps : steps.slice(0, lost)
  return {
    server: single('server') as KeptStory<Story>['server'],
    sent: single('sent') as Sent | null,
    text: single('text') as Text | null,
    entries: readable.flatMap(({ held }) => held as Entry[]),
    unreadable: opened.filter(({ held }) => held === undefined).length,
  }
}

const byNumber = (one: SealedRow, other: SealedRow) => one.number - other.number
