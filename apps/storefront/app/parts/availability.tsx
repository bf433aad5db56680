const WORDS: Record<string, { readonly text: string; readonly colour: string }> = {
  in_stock: { text: 'In stock', colour: 'text-good' },
  low_stock: { text: 'Only a few left', colour: 'text-warn' },
  out_of_stock: { text: 'Sold out', colour: 'text-bad' },
  backorder: { text: 'Made to order', colour: 'text-warn' },
}

export function Availability({ word, expectedAt }: { word: string; expectedAt?: string | undefined }) {
  const { text, colour } = WORDS[word] ?? { text: word, colour: '' }
  return (
    <p className={`font-medium ${colour}`}>
      <span aria-hidden="true">● </span>
      {text}
      {word === 'backorder' && expectedAt && `, expected by ${expectedAt.slice(0, 10)}`}
    </p>
  )
}
