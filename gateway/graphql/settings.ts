import { oneOf, type Settings, setting } from '@souk/kit/runtime'
import { readDocuments } from './persisted.ts'
import type { GraphqlSettings } from './serve-graphql.ts'

/** What a gateway can be told of GraphQL, in whichever program it runs. */
export const graphqlSettings = {
  graphqlExplorer: setting(
    'SOUK_GRAPHQL_EXPLORER',
    'Whether the GraphQL schema may be looked at; `auto`: unless `NODE_ENV` is `production`.',
    oneOf('auto', 'on', 'off'),
    'auto',
  ),
  graphqlDocuments: setting(
    'SOUK_GRAPHQL_DOCUMENTS',
    'Which GraphQL documents are answered: `any`, or `only` those of `SOUK_GRAPHQL_DOCUMENTS_FILE`.',
    oneOf('any', 'only'),
    'any',
  ),
  graphqlDocumentsFile: setting(
    'SOUK_GRAPHQL_DOCUMENTS_FILE',
    'A JSON file of GraphQL documents by the SHA-256 of their text; none when empty.',
    (file) => ({ file, documents: readDocuments(file) }),
    '',
  ),
}

export const graphqlFrom = (
  chosen: Settings<typeof graphqlSettings>,
  { isProduction }: { isProduction: boolean },
): GraphqlSettings => ({
  isExplorable: chosen.graphqlExplorer === 'on' || (chosen.graphqlExplorer === 'auto' && !isProduction),
  documents: chosen.graphqlDocumentsFile.documents,
  areOthersRefused: chosen.graphqlDocuments === 'only',
})
