import { type ServiceDefinition, service } from '@souk/kit/service'

/** Looks at the clock after commits: of what was said of a subject, and of what a hearer made of it. */
export interface Stopwatch {
  readonly committed: (subject: string) => void
  readonly applied: (subject: string) => void
}

type Definition = ServiceDefinition<unknown>
type Answerer = Definition['answers'][number]
type Feature = Extract<Answerer, { kind: 'feature' }>
type Reaction = NonNullable<Definition['hears']>[number]

/** The same service, which tells when a call about `sku` is durable. */
export const tellingCommits = (definition: Definition, { committed }: Stopwatch): Definition =>
  service({
    ...definition,
    answers: definition.answers.map((answerer): Answerer => {
      if (answerer.kind !== 'feature') return answerer
      return {
        ...answerer,
        async run(input: { sku?: string }, room) {
          room.afterCommit(() => committed(String(input.sku)))
          return await answerer.run(input as never, room)
        },
      } satisfies Feature
    }),
  })

/** The same service, which tells when its effect of an event is durable. */
export const tellingEffects = (definition: Definition, { applied }: Stopwatch): Definition =>
  service({
    ...definition,
    hears: definition.hears?.map(
      (reaction): Reaction => ({
        ...reaction,
        async react(data, room) {
          room.afterCommit(() => applied(room.event.subject))
          await reaction.react(data, room)
        },
      }),
    ),
  } as Definition)
