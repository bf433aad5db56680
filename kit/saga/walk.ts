import { isRefusal, refuse } from '../contract/refusal.ts'
import type { Sql, Transaction } from '../database/connect.ts'
import type { Last } from '../database/transact.ts'
import { type Clock, toTimestamp } from '../runtime/clock.ts'
import type { FeatureRoom, ProcessRoom } from '../service/rooms.ts'
import { type Log, logUnder } from '../telemetry/log.ts'
import { readTraceparent } from '../telemetry/trace-context.ts'
import type { SagaDefinition, Step, StepResult } from './definition.ts'
import { isOvertaken, type JournalLine, type SagaRow, saveProgress } from './journal.ts'

const ATTEMPTS_BEFORE_STUCK = 20
const LONGEST_PAUSE_MS = 30_000

export interface WalkParts<Store> {
  readonly sql: Sql
  readonly clock: Clock
  readonly log: Log
  /** Whether whoever was asked is only away: it will be back, and no saga is stuck for that. */
  isAway(fault: unknown): boolean
  /** A room to ask others from, under the saga's own trace. */
  processRoom(row: SagaRow, step: string): { room: ProcessRoom<Store>; end(fault?: unknown): void }
  /** Runs `work` in a transaction; what it publishes commits with it. */
  transaction<T>(
    row: SagaRow,
    step: string,
    work: (room: FeatureRoom<Store>, tx: Transaction, last: Last) => Promise<T>,
  ): Promise<T>
}

/** A transaction's end: the journal is written together with its commit. */
interface End {
  readonly tx: Transaction
  readonly last: Last
}

/**
 * One turn of work on one saga. Journal lines of remote steps are held back until the next write, mostly the
 * transaction of a local step: that saves a commit each, and after a crash a remote step is simply asked
 * again. So when a saga is given up, any remote step right behind the journaled one may have been done.
 */
export class Walk<Store> {
  private readonly parts: WalkParts<Store>
  private readonly saga: SagaDefinition<Store, unknown>
  private row: SagaRow
  private lines: JournalLine[] = []
  /** The step whose waiting is in the journal already: looking again and again is no news. */
  private waitedAt: number | undefined

  constructor(parts: WalkParts<Store>, saga: SagaDefinition<Store, unknown>, row: SagaRow) {
    this.parts = parts
    this.saga = saga
    this.row = row
  }

  /** Where the saga stands after as much work as can be done now; nothing when somebody else took it over. */
  async go(): Promise<SagaRow | undefined> {
    if (this.row.state === 'waiting') {
      this.row.state = 'running'
      this.waitedAt = this.row.step
    }
    let isOverdue = this.row.state === 'running' && this.isOverdue()
    while (this.isMoving()) {
      try {
        if (isOverdue) await this.giveUp()
        isOverdue = false
        const goesOn = this.row.state === 'running' ? await this.forward() : await this.backward()
        if (!goesOn) break
      } catch (fault) {
        if (isOvertaken(fault)) return undefined
        await this.postpone(fault)
        break
      }
    }
    return this.row
  }

  private async forward(): Promise<boolean> {
    const current = this.saga.steps[this.row.step] as Step<Store, unknown>
    if (!current.remote) {
      await this.inTransaction(current.name, async (room, end) => {
        const result = await current.do(this.row.memory, room)
        await this.take(current, result, end)
      })
      return this.isMoving()
    }
    const { room, end } = this.parts.processRoom(this.row, current.name)
    try {
      const result = await current.do(this.row.memory, room)
      end()
      await this.take(current, result)
    } catch (fault) {
      end(fault)
      throw fault
    }
    return this.isMoving()
  }

  /** A transaction may be tried again or fail: each try begins from the same place. */
  private async inTransaction(
    step: string,
    work: (room: FeatureRoom<Store>, end: End) => Promise<void>,
  ): Promise<void> {
    const before = { row: this.row, lines: this.lines }
    const restore = () => {
      this.row = before.row
      this.lines = [...before.lines]
    }
    try {
      await this.parts.transaction(this.row, step, async (room, tx, last) => {
        restore()
        await work(room, { tx, last })
      })
    } catch (fault) {
      restore()
      throw fault
    }
  }

  private async take(current: Step<Store, unknown>, result: StepResult<unknown>, end?: End): Promise<void> {
    if (isRefusal(result)) {
      this.note(current.name, 'refused', result.code)
      this.row = { ...this.row, state: 'undoing', refusal: result, step: this.row.step - 1, attempts: 0 }
      if (this.row.step < 0) this.row.state = 'undone'
      return await this.save(end)
    }
    const memory = { ...this.row.memory, ...result.memory }
    if (result.go === 'wait') {
      if (this.waitedAt !== this.row.step) this.note(current.name, 'waiting')
      this.row = { ...this.row, state: 'waiting', memory, attempts: 0 }
      return await this.save(end, result.lookAfterMs)
    }
    this.note(current.name, 'done')
    const step = this.row.step + 1
    const isLast = step === this.saga.steps.length
    this.row = { ...this.row, state: isLast ? 'completed' : 'running', step, memory, attempts: 0 }
    if (end || isLast) await this.save(end)
  }

  private async backward(): Promise<boolean> {
    const current = this.saga.steps[this.row.step] as Step<Store, unknown>
    const before = { ...this.row, step: this.row.step - 1, attempts: 0 }
    const after: SagaRow = before.step < 0 ? { ...before, state: 'undone' } : before
    if (current.remote) {
      if (current.undo) await this.undoRemotely(current.name, current.undo.bind(current))
      this.row = after
      if (after.state === 'undone') await this.save()
      return true
    }
    await this.inTransaction(`undo-${current.name}`, async (room, end) => {
      await current.undo?.(this.row.memory, room, this.row.refusal ?? refuse('expired'))
      this.note(current.name, 'undone')
      this.row = after
      await this.save(end)
    })
    return true
  }

  private async undoRemotely(
    name: string,
    undo: (memory: unknown, room: ProcessRoom<Store>) => Promise<void>,
  ) {
    const { room, end } = this.parts.processRoom(this.row, `undo ${name}`)
    try {
      await undo(this.row.memory, room)
      end()
    } catch (fault) {
      end(fault)
      throw fault
    }
    this.note(name, 'undone')
  }

  private async giveUp(): Promise<void> {
    let step = this.row.step
    while (this.saga.steps[step]?.remote && this.saga.steps[step + 1]?.remote) step++
    this.note(this.saga.steps[step]?.name ?? '', 'overdue')
    this.row = { ...this.row, state: 'undoing', step, refusal: refuse('expired'), attempts: 0 }
    await this.save()
  }

  private async postpone(fault: unknown): Promise<void> {
    const attempts = this.row.attempts + 1
    const error = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
    const isHopeless =
      this.row.state === 'undoing' && attempts >= ATTEMPTS_BEFORE_STUCK && !this.parts.isAway(fault)
    const state = isHopeless ? 'stuck' : this.row.state
    this.row = { ...this.row, attempts, state }
    const trace = readTraceparent(this.row.traceparent ?? undefined)
    const log = trace ? logUnder(this.parts.log, trace) : this.parts.log
    log.warn({ saga: this.row.id, err: fault }, 'a saga step failed and will be tried again')
    const pause = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** attempts)
    await this.save(undefined, pause, error.slice(0, 2_000)).catch(() => {})
  }

  private async save(end?: End, lookAfterMs?: number, error?: string): Promise<void> {
    const progress = {
      row: this.row,
      lines: this.lines,
      error,
      ...(lookAfterMs !== undefined && { lookAfterMs }),
    }
    if (end) end.last(() => saveProgress(end.tx, progress))
    else await saveProgress(this.parts.sql, progress)
    this.lines = []
  }

  private note(step: string, action: JournalLine['action'], detail?: string): void {
    this.lines.push({ step, action, at: toTimestamp(this.parts.clock.now()), detail })
  }

  private isMoving(): boolean {
    return this.row.state === 'running' || this.row.state === 'undoing'
  }

  private isOverdue(): boolean {
    return this.row.deadline.getTime() < this.parts.clock.now()
  }
}
