/** What Vitest's JSON report says of each file. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

export interface Verdict {
  readonly is: 'caught' | 'not caught' | 'broken'
  /** The test that caught it, or what went wrong instead. */
  readonly why: string
}

const NOT_A_FINDING = /^(SyntaxError|ReferenceError)|Cannot find (module|package)|does not provide an export/m

/** Caught is a bug by a test that ran and failed; a file that could not even be loaded says nothing about it. */
export function judge({ testResults }: Report): Verdict {
  const unloaded = testResults.find(({ assertionResults }) => assertionResults.length === 0)
  if (unloaded || testResults.length === 0)
    return { is: 'broken', why: `${unloaded?.name ?? 'the tests'} could not be loaded` }
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  )
  const [first] = failed
  if (!first) return { is: 'not caught', why: 'every test passed' }
  const loose = failed.find(({ failureMessages }) => NOT_A_FINDING.test(failureMessages?.join('\n') ?? ''))
  return loose
    ? { is: 'broken', why: `${loose.fullName}: ${loose.failureMessages?.[0]?.split('\n')[0]}` }
    : { is: 'caught', why: first.fullName }
}
