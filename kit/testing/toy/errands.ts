import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { call, refuse, text } from '../../contract/index.ts'
import { localStep, next, type SagaDefinition, step, wait } from '../../saga/index.ts'
import { conducts, on, service, Unavailable } from '../../service/index.ts'
import { thingsPut } from './toy.ts'

const SAGA_STATES = ['running', 'waiting', 'undoing', 'completed', 'undone', 'stuck'] as const

export const run = call('errands.run', 'POST /errands/{errand}', {
  summary: 'Runs an errand as far as it gets.',
  access: 'anyone',
  params: z.strictObject({ errand: text(40) }),
  answers: { 200: z.strictObject({ state: z.enum(SAGA_STATES) }) },
})

/** How the world is disposed just now; tests change it. */
export interface Mood {
  brings: 'at once' | 'later' | 'never'
  takesBack: boolean | 'nobody there'
  hears: boolean
}

interface ErrandMemory {
  errand: string
  letter: string
  pages: number
}

/** It keeps nothing of its own: there is no migration in this folder. */
const migrations = fileURLToPath(new URL('.', import.meta.url))

/** A service whose errands are sagas of three steps, to be had in every state. */
export const errands = (mood: Mood) => {
  const errand: SagaDefinition<unknown, ErrandMemory> = {
    name: 'errand',
    within: 60_000,
    steps: [
      step('fetch', {
        do: async () => next(),
        async undo() {
          if (mood.takesBack === 'nobody there') throw new Unavailable('who fetched it is away')
          if (!mood.takesBack) throw new Error('ada@example.com does not take it back')
        },
      }),
      localStep('pack', { do: async () => next({ pages: 3 }) }),
      step('bring', {
        async do() {
          if (mood.brings === 'never') return refuse('moved_away', { detail: 'Nobody lives there.' })
          return mood.brings === 'later' ? wait(60_000) : next()
        },
      }),
    ],
  }
  return service<unknown>({
    name: 'errands',
    migrations,
    store: () => ({}),
    answers: [
      conducts<typeof run, unknown>(run, async ({ errand: key }, room) => {
        await room.transaction(({ sagas }) =>
          sagas.start(errand, key, { errand: key, letter: 'My dear', pages: 0 }),
        )
        const { state } = await room.conduct(errand, key)
        return { state }
      }),
    ],
    hears: [
      on<typeof thingsPut.type, typeof thingsPut.data, unknown>(thingsPut, async () => {
        if (!mood.hears) throw new Error('too loud here')
      }),
    ],
    sagas: [errand],
  })
}
