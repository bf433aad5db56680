import type { Block, Item, Letter, Letterhead, Sum } from './letter.ts'

/** A letter as plain text: the part every mail program can show and every reader aloud can read. */
export function renderText({ heading, blocks }: Letter, { shopName, publicUrl }: Letterhead): string {
  const parts = [oneLine(heading), ...blocks.map(renderBlock), `${shopName}\n${publicUrl}`]
  return `${parts.join('\n\n')}\n`
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return oneLine(block.text)
    case 'button':
    case 'link':
      return `${oneLine(block.label)}:\n${block.url}`
    case 'items':
      return block.items.map(renderItem).join('\n')
    case 'sums':
      return block.sums.map(renderSum).join('\n')
    case 'facts':
      return [`${oneLine(block.title)}:`, ...block.lines.map(oneLine)].join('\n')
  }
}

const renderItem = ({ title, detail, amount }: Item): string =>
  `- ${oneLine(title)}, ${oneLine(detail)}${amount ? `: ${oneLine(amount)}` : ''}`

const renderSum = ({ label, amount }: Sum): string => `${oneLine(label)}: ${oneLine(amount)}`

/** A name with line breaks in it must not look like something we wrote. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
