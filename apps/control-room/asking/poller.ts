import type { Ask, Told, Trouble } from './ask.ts'
import { pauseBefore } from './pace.ts'

/** The newest answer, kept while the shop is away, and what is in the way of a newer one. */
export interface Heard<Answer> {
  readonly answer: Answer | undefined
  /** When it was answered. */
  readonly at: number | undefined
  readonly trouble: Trouble | undefined
}

/** How asking for one thing goes. */
export interface Course {
  readonly path: string
  readonly everyMs: number
  readonly at: number | undefined
  readonly trouble: Trouble | undefined
  readonly triesAt: number | undefined
}

export interface Poller {
  /** Asks from now on until the answer is called; `changed` is told of each answer. */
  watch(path: string, how: { everyMs: number; changed: () => void }): () => void
  heard(path: string): Heard<unknown>
  /** Asks for everything at once, as after something was changed. */
  askAllNow(): void
  hide(isHidden: boolean): void
  /** The same value until something changes. */
  courses(): readonly Course[]
  listen(changed: () => void): () => void
}

export interface PollerParts {
  readonly ask: Ask
  readonly now: () => number
  /** Does it later, unless what it answers is called. */
  readonly later: (work: () => void, ms: number) => () => void
}

interface Entry {
  readonly path: string
  readonly watchers: Set<() => void>
  everyMs: number
  heard: Heard<unknown>
  failures: number
  triesAt: number | undefined
  cancel: () => void
  isUnderWay: boolean
  /** What is under way may have been read before what has changed. */
  isWantedAgain: boolean
}

const NOTHING: Heard<unknown> = { answer: undefined, at: undefined, trouble: undefined }

/** The one place that asks again and again: once for all who watch the same. */
export function createPoller({ ask, now, later }: PollerParts): Poller {
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  let isHidden = false
  let courses: readonly Course[] = []

  function changed(): void {
    courses = [...entries.values()].map(({ path, everyMs, heard: { at, trouble }, triesAt }) => ({
      ...{ path, everyMs, at, trouble, triesAt },
    }))
    for (const tell of listeners) tell()
  }

  async function askNow(entry: Entry): Promise<void> {
    if (entry.isUnderWay) {
      entry.isWantedAgain = true
      return
    }
    entry.cancel()
    entry.isUnderWay = true
    entry.isWantedAgain = false
    const told = await ask<unknown>(entry.path)
    entry.isUnderWay = false
    if (entries.get(entry.path) !== entry) return
    take(entry, told)
    if (entry.isWantedAgain) void askNow(entry)
    else plan(entry)
  }

  function take(entry: Entry, told: Told<unknown>): void {
    entry.failures = told.ok ? 0 : entry.failures + 1
    entry.heard = told.ok
      ? { answer: told.answer, at: now(), trouble: undefined }
      : { ...entry.heard, trouble: told.trouble }
    for (const tell of entry.watchers) tell()
  }

  function plan(entry: Entry): void {
    entry.cancel()
    const pause = pauseBefore({ ...entry, isHidden })
    entry.triesAt = now() + pause
    entry.cancel = later(() => void askNow(entry), pause)
    changed()
  }

  function open(path: string, everyMs: number): Entry {
    const entry: Entry = {
      ...{ path, everyMs, heard: NOTHING, failures: 0, triesAt: undefined },
      ...{ watchers: new Set<() => void>(), cancel: () => {}, isUnderWay: false, isWantedAgain: false },
    }
    entries.set(path, entry)
    changed()
    void askNow(entry)
    return entry
  }

  function close(entry: Entry): void {
    entry.cancel()
    entries.delete(entry.path)
    changed()
  }

  return {
    watch(path, { everyMs, changed }) {
      const entry = entries.get(path) ?? open(path, everyMs)
      entry.everyMs = Math.min(entry.everyMs, everyMs)
      entry.watchers.add(changed)
      return () => {
        entry.watchers.delete(changed)
        if (entry.watchers.size === 0) close(entry)
      }
    },
    heard: (path) => entries.get(path)?.heard ?? NOTHING,
    askAllNow() {
      for (const entry of entries.values()) void askNow(entry)
    },
    hide(hidden) {
      isHidden = hidden
      for (const entry of entries.values()) {
        if (!hidden) void askNow(entry)
        else if (!entry.isUnderWay) plan(entry)
      }
    },
    courses: () => courses,
    listen(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}
