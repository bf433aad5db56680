import type { Letter, Letterhead, Written } from './letter.ts'
import { renderHtml } from './render-html.ts'
import { renderText } from './render-text.ts'

/** A letter on the shop's paper, as text and as HTML. */
export const write = (letter: Letter, head: Letterhead): Written => ({
  subject: letter.subject,
  text: renderText(letter, head),
  html: renderHtml(letter, head),
})
