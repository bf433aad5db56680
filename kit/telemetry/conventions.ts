/** Every attribute a span may carry. What is not in this list cannot be recorded. */
export const attributeNames = {
  'souk.call': 'the call asked or answered, `service.verb`',
  'souk.event.id': 'the event announced or handled',
  'souk.event.type': 'its type',
  'souk.stranger': 'who outside the shop was asked, and for what',
  'souk.saga.id': 'the saga conducted',
  'souk.saga.step': 'the step, and whether done or undone',
  'souk.refusal': 'the code of a refusal',
  'http.route': 'the route, with its fields unfilled',
  'http.request.method': 'GET, POST, …',
  'http.response.status_code': 'the status answered',
  'db.statements': 'how many statements a transaction sent, all its attempts together',
  'db.attempts': 'how often a transaction was tried, where a deadlock or a collision undid it',
} as const

export type AttributeName = keyof typeof attributeNames
