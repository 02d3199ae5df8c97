import { describe, expect, test } from 'vitest'
import { html, type HtmlValue } from '@/scripts/poort/html'

const HOSTILE = '<img src=x onerror="alert(1)">&\'</p><script>'
const ESCAPED = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;&lt;/p&gt;&lt;script&gt;'

/** As it would come from JSON or from somebody who knows how we work. */
function foreign(value: unknown): HtmlValue {
  return value as HtmlValue
}

describe('html', () => {
  test('escapes text', () => {
    expect(html`<p>${HOSTILE}</p>`.toString()).toBe(`<p>${ESCAPED}</p>`)
  })

  test('escapes the value of an attribute', () => {
    expect(html`<p title="${HOSTILE}" class="a ${'b" onclick="c'}">x</p>`.toString()).toBe(`<p title="${ESCAPED}" class="a b&quot; onclick=&quot;c">x</p>`)
  })

  test('keeps a nested template as it is, and escapes what is in it once', () => {
    expect(html`<ul>${[1, 2].map((n) => html`<li>${n} & ${'&'}</li>`)}</ul>`.toString()).toBe('<ul><li>1 & &amp;</li><li>2 & &amp;</li></ul>')
  })

  test('joins an array of text and html, and escapes the text', () => {
    expect(html`<p>${['<', html`<b>a</b>`, [0, '>']]}</p>`.toString()).toBe('<p>&lt;<b>a</b>0&gt;</p>')
  })

  test('leaves nothing for what is not there, and a zero for zero', () => {
    expect(html`<p>${false}${null}${undefined}${0}${''}</p>`.toString()).toBe('<p>0</p>')
  })

  test('takes html between attributes, and nothing else', () => {
    const here = html` aria-current="page"`
    expect(html`<a href="/"${here}>x</a><a${false}>y</a>`.toString()).toBe('<a href="/" aria-current="page">x</a><a>y</a>')
    expect(() => html`<a ${'onclick=alert(1)'}>x</a>`).toThrow(RangeError)
  })

  test('refuses a hole in a tag without quotes, where a space would begin an attribute', () => {
    expect(() => html`<a class=${'x onclick=alert(1)'}>x</a>`).toThrow(/between quotes/)
    expect(() => html`<a cl${'ass'}="x">x</a>`).toThrow(RangeError)
  })

  test('refuses a hole in a script or a style, where escaping does not help', () => {
    expect(() => html`<script>${'alert(1)'}</script>`).toThrow(/script/)
    expect(() => html`<style>${'a{}'}</style>`).toThrow(/style/)
  })

  test('takes a > between quotes for what it is', () => {
    expect(html`<p title="a > b" class="${'"'}">${'<'}</p>`.toString()).toBe('<p title="a > b" class="&quot;">&lt;</p>')
  })

  test('an object that looks like html is refused', () => {
    expect(() => html`<p>${foreign({ text: '<b>', toString: () => '<b>' })}</p>`).toThrow(TypeError)
    expect(() => html`<p>${foreign(true)}</p>`).toThrow(TypeError)
  })

  test.each(['/mijn', '/aanvragen/STAP-0000123-44/ontvangst', '#inhoud', '/a?b=c&d=e'])('an address on this site: %s', (address) => {
    expect(html`<a href="${address}">x</a>`.toString()).toBe(`<a href="${address.replace('&', '&amp;')}">x</a>`)
  })

  test.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example', ' /mijn', 'mijn', ''])('an address elsewhere is refused: %j', (address) => {
    expect(() => html`<form action="${address}"></form>`).toThrow(RangeError)
  })

  test('an address that begins with what we wrote is only escaped', () => {
    expect(html`<a href="/wachtkamer/${'"><script>'}">x</a>`.toString()).toBe('<a href="/wachtkamer/&quot;&gt;&lt;script&gt;">x</a>')
  })
})
