import type {
  AnswerOf,
  Call,
  CommonRefusalCode,
  Refusal,
  RefusalCode,
  Result,
  Sent,
} from '@souk/kit/contract'
import type { OpsRoom } from './room.ts'

export type RefusalOf<C extends Call> = Refusal<RefusalCode<C> | CommonRefusalCode>

/** What came back from those who were asked. */
export interface Asked<C extends Call> {
  readonly answers: AnswerOf<C>['body'][]
  readonly refusals: RefusalOf<C>[]
  /** Names of those who could not be asked. */
  readonly unavailable: string[]
}

interface Question<C extends Call> {
  /** The call as that service has it. */
  readonly of: (service: string) => C
  readonly input: Sent<C>
  /** All of them, unless told otherwise. */
  readonly names?: readonly string[]
}

/** Asks each service the same at once. One that fails spoils nothing for the others: it is named in the answer. */
export async function askEach<C extends Call>(room: OpsRoom, question: Question<C>): Promise<Asked<C>> {
  const { of, input, names = room.names } = question
  const asked: Asked<C> = { answers: [], refusals: [], unavailable: [] }
  const replies = await Promise.all(
    names.map(async (name) => ({ name, reply: await tried(() => room.ask(of(name), input), name, room) })),
  )
  for (const { name, reply } of replies) {
    if (!reply) asked.unavailable.push(name)
    else if (reply.ok) asked.answers.push(reply.body)
    else asked.refusals.push(reply.refusal)
  }
  return asked
}

async function tried<C extends Call>(
  ask: () => Promise<Result<C>>,
  name: string,
  { missed }: OpsRoom,
): Promise<Result<C> | undefined> {
  try {
    return await ask()
  } catch (fault) {
    missed(name, fault)
    return undefined
  }
}
