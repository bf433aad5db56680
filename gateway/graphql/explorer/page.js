/** Begins GraphiQL; it comes before as a script of its own, and so do the React and ReactDOM it is drawn with. */
const { React, ReactDOM, GraphiQL } = globalThis

const FIRST_QUERY = `# Ctrl-Space completes.
# Signed in? Under Headers:
# {"Authorization": "Bearer …"}
{
  products(first: 3) {
    nodes {
      title
      variants {
        sku
        availability
        price {
          amount
          currency
        }
      }
    }
  }
}
`

/** Asks this origin; what is told live comes as Server-Sent Events, one result each. */
async function* ask(params, { headers } = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: JSON.stringify(params),
  })
  if (response.headers.get('content-type') === 'text/event-stream') yield* resultsOf(response.body)
  else yield await response.json()
}

async function* resultsOf(stream) {
  let waiting = ''
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    waiting += text
    const events = waiting.split('\n\n')
    waiting = events.pop()
    for (const event of events)
      for (const line of event.split('\n')) if (line.startsWith('data: ')) yield JSON.parse(line.slice(6))
  }
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher: ask, defaultQuery: FIRST_QUERY }),
)
