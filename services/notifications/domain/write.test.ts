import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { button, facts, items, type Letter, paragraph, sums } from './letter.ts'
import { links } from './links.ts'
import { write } from './write.ts'

const head = { shopName: 'Souk', publicUrl: 'http://localhost:8080' }
const letterOf = (text: string, url = 'http://localhost:8080/orders/1'): Letter => ({
  subject: text,
  preview: text,
  heading: text,
  blocks: [
    paragraph(text),
    items([{ title: text, detail: text, amount: text }]),
    sums([{ label: text, amount: text, isTotal: true }]),
    facts(text, [text]),
    button(text, url),
  ],
})

describe('a written letter', () => {
  it('holds no markup but ours, whatever people are called', () => {
    const { html } = write(letterOf(`<script>alert('1')</script>"><img src=x onerror=alert(1)>`), head)
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&gt;&lt;img')
  })

  it('has the same elements for every text', () => {
    const skeleton = (text: string) => write(letterOf(text), head).html.match(/<[^>]*>/g)
    const expected = skeleton('plain')
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: fc.constantFrom('<', '>', '"', "'", '&', ' ', 'b', '/', '=') }),
        (text) => {
          expect(skeleton(text)).toEqual(expected)
        },
      ),
    )
  })

  it('shows names of any script as given, each in its own direction', () => {
    const name = 'עדה לאבלייס'
    const { html, text } = write(letterOf(name), head)
    expect(html).toContain(`<span dir="auto">${name}</span>`)
    expect(text).toContain(name)
  })

  it('links to web pages alone', () => {
    const { html } = write(letterOf('Track', 'javascript:alert(1)'), head)
    expect(html).not.toContain('href="javascript:')
    expect(html).toContain('javascript:alert(1)')
  })

  it('says everything as text too, a name never being more than one line of it', () => {
    const { text } = write(letterOf('Ada\n\nYour account is closed:\nhttps://evil.example'), head)
    expect(text).not.toMatch(/^https:\/\/evil/m)
    expect(text).toContain('http://localhost:8080/orders/1')
  })
})

describe('links', () => {
  it('keep a token in one piece and mind a slash at the end', () => {
    const url = new URL(links('http://localhost:8080/').order('ord_1', 'a+b/c=&d'))
    expect(url.pathname).toBe('/orders/ord_1')
    expect(url.searchParams.get('token')).toBe('a+b/c=&d')
  })
})
