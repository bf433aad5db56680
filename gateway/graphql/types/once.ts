import type { GraphQLNamedType } from 'graphql'

/** Makes a type unless there is one of that name: GraphQL knows types by their names. */
export type Once = <T extends GraphQLNamedType>(name: string, make: (name: string) => T) => T
