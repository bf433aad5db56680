/** Every attribute a span may carry. What is not in this list cannot be recorded. */
export const attributeNames = {
  'souk.call': 'the call answered, `service.verb`',
  'souk.event.id': 'the event handled',
  'souk.event.type': 'its type',
  'souk.event.subject': 'the aggregate it is about',
  'souk.saga.id': 'the saga conducted',
  'souk.saga.step': 'the step, and whether done or undone',
  'souk.refusal': 'the code of a refusal',
  'http.route': 'the route, with its fields unfilled',
  'http.request.method': 'GET, POST, …',
  'http.response.status_code': 'the status answered',
} as const

export type AttributeName = keyof typeof attributeNames
