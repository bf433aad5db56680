/** Which event, and who could not apply it. */
export interface LetterPlace {
  readonly consumer: string
  readonly eventId: string
}

export const letterId = ({ consumer, eventId }: LetterPlace): string => `${consumer}.${eventId}`

/** The contract has seen to it that there is a dot. */
export function placeOf(id: string): LetterPlace {
  const dot = id.indexOf('.')
  return { consumer: id.slice(0, dot), eventId: id.slice(dot + 1) }
}
