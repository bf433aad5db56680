import type { GraphQLNamedType } from 'graphql'
import { type Inputs, inputs } from './inputs.ts'
import type { Once } from './once.ts'
import { type MoreFields, type Outputs, outputs } from './outputs.ts'

/** The types of one schema: what contracts answer and take. */
export interface Types {
  readonly outputs: Outputs
  readonly inputs: Inputs
  readonly once: Once
}

export function typesOf(more: MoreFields): Types {
  const made = new Map<string, GraphQLNamedType>()
  const once: Once = (name, make) => {
    const known = made.get(name) ?? make(name)
    made.set(name, known)
    return known as ReturnType<typeof make>
  }
  return { outputs: outputs(once, more), inputs: inputs(once), once }
}
